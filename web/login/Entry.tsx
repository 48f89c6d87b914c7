import { Input } from 'antd';

interface EntryProps {
  name: string;
  label: string;
  /** What is said when it is missing; undefined while it is not. */
  missing: string | undefined;
  type?: string;
  autoComplete: string;
  autoFocus?: boolean;
  inputMode?: 'numeric' | 'text';
}

/** One field of logging in. */
export function Entry({ name, label, missing, ...input }: EntryProps) {
  return (
    <div className={missing ? 'entry wrong' : 'entry'}>
      <label htmlFor={name}>{label}</label>
      {missing && (
        <p id={`${name}-error`} className="entry-error">
          {missing}
        </p>
      )}
      <Input
        id={name}
        name={name}
        size="large"
        autoCapitalize="none"
        spellCheck={false}
        status={missing ? 'error' : undefined}
        aria-invalid={missing !== undefined}
        aria-describedby={missing ? `${name}-error` : undefined}
        {...input}
      />
    </div>
  );
}

/** What was written into a field of a form. */
export function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}
