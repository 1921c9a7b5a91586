import { createContext, type ReactNode, useContext } from "react";
import type { DataClient } from "./data-client.ts";

const DataClientContext = createContext<DataClient | null>(null);

export type DataClientProviderProps = { dataClient: DataClient; children: ReactNode };

export function DataClientProvider({ dataClient, children }: DataClientProviderProps): ReactNode {
  return <DataClientContext value={dataClient}>{children}</DataClientContext>;
}

export function useDataClient(): DataClient {
  const dataClient = useContext(DataClientContext);
  if (!dataClient) throw new Error("useDataClient needs a DataClientProvider above it.");
  return dataClient;
}
