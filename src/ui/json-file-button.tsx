import type { ChangeEvent, ReactNode } from "react";

type JsonFileButtonProps = { label: string; onFile: (name: string, text: string) => void };

/** Opens a JSON file and passes on its name and text. */
export function JsonFileButton({ label, onFile }: JsonFileButtonProps): ReactNode {
  const read = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const [file] = input.files ?? [];
    if (!file) return;
    onFile(file.name, await file.text());
    // Otherwise choosing the same file again, once corrected, would not fire a change event.
    input.value = "";
  };
  return (
    <label className="link file-button">
      {label}
      <input type="file" accept="application/json,.json" className="visually-hidden" onChange={read} />
    </label>
  );
}
