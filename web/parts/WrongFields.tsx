import { useEffect, useRef } from 'react';

export interface Wrong {
  message: string;
  fields: { id: string; message: string }[];
}

/** What is wrong, first and in one place, each leading to its field. */
export function WrongFields({ wrong }: { wrong: Wrong }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong.fields.length === 0) box.current?.focus();
  }, [wrong]);
  return (
    <div className="wrong-fields" role="alert" tabIndex={-1} ref={box}>
      <p>{wrong.message}</p>
      <ul>
        {wrong.fields.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
