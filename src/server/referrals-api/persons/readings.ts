import type { ReadingStatus } from "#config/reading-status.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import type { User } from "../../authorize/user.ts";
import { jsonReply } from "../../gateway/reply.ts";
import { createPersons, type PersonsOptions } from "./persons.ts";
import { refuseReading } from "./refuse-reading.ts";
import type { Services } from "./snapshot.ts";

type Ids = Readonly<Record<string, string>>;

/** Responds from what was read for the calling person; API errors become responses. */
export type Readings = {
  /** A call of the analytics endpoint. */
  use: (
    user: User,
    token: string,
    ids: Ids,
    task: (services: Services) => Promise<Response>,
  ) => Promise<Response>;
  /** Progress (GET), read again (POST), forget (DELETE). */
  respond: (method: string, user: User, token: string, ids: Ids) => Promise<Response>;
  /** How far each person's reading is. */
  progress: () => ReadingStatus[];
  close: () => void;
};

/** Readings of a tenant's persons. */
export function createReadings(tenantId: string, options: PersonsOptions): Readings {
  const persons = createPersons(options);

  async function guarded(ids: Ids, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AnalyticsError) return refuseReading(error, ids);
      throw error;
    }
  }

  return {
    use: (user, token, ids, task) => guarded(ids, () => persons.of(tenantId, user.oid).use(token, task)),
    respond: (method, user, token, ids) =>
      guarded(ids, async () => {
        if (method === "DELETE") {
          persons.forget(tenantId, user.oid);
          return new Response(null, { status: 204, headers: ids });
        }
        const person = persons.of(tenantId, user.oid);
        const status = await (method === "POST" ? person.readAgain(token) : person.status(token));
        return jsonReply(200, JSON.stringify(status), ids);
      }),
    progress: () => persons.all().map((person) => person.progress()),
    close: () => persons.close(),
  };
}
