import { type ReactNode, useId } from "react";

export type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { key: T; name: string; lang?: string }[];
  onChange: (value: T) => void;
  /** Hides the label visually. */
  isBare?: boolean;
};

export function Choice<T extends string>(props: ChoiceProps<T>): ReactNode {
  const { label, value, options, onChange, isBare = false } = props;
  const id = useId();
  const select = (
    <select
      id={id}
      className="select"
      aria-label={isBare ? label : undefined}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = options.find(({ key }) => key === currentTarget.value);
        if (chosen) onChange(chosen.key);
      }}
    >
      {options.map(({ key, name, lang }) => (
        <option key={key} value={key} lang={lang}>
          {name}
        </option>
      ))}
    </select>
  );
  if (isBare) return select;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {select}
    </div>
  );
}
