import type { Rights, Role } from '../api/rights.js';
import { Empty } from '../parts/States.js';
import { useWords } from '../parts/words.js';

type Route = Rights['routes'][number];

const isFor = ({ by }: Route, role: Role): boolean => typeof by === 'string' || by.includes(role);
const nounOf = ({ path }: Route): string =>
  path
    .split('/')
    .slice(1)
    .find((part) => part !== 'api') ?? '';

/** Whom each route of the API lets in, by its noun. */
export function Routes({ routes, roles, sought }: { routes: Route[]; roles: readonly Role[]; sought: string }) {
  const { t, label } = useWords();
  const found = routes.filter(
    (route) =>
      roles.some((role) => isFor(route, role)) &&
      `${route.id} ${route.path} ${route.summary.zh} ${route.summary.en}`
        .toLowerCase()
        .includes(sought.trim().toLowerCase()),
  );
  if (found.length === 0) return <Empty title={t('rights.noRoutes')} />;
  const nouns = [...new Set(found.map(nounOf))];
  return (
    <div className="card rights-routes">
      {nouns.map((noun) => (
        <section key={noun}>
          <h2>
            {t(`rights.noun.${noun}`, { defaultValue: noun })} <small className="faint">{noun}</small>
          </h2>
          <ul>
            {found
              .filter((route) => nounOf(route) === noun)
              .map((route) => (
                <li key={route.id}>
                  <span className="rights-route">
                    {label(route.summary, route.id)}
                    <small>
                      {t(`rights.method.${route.method}`)} <code>{route.path}</code>
                    </small>
                  </span>
                  <Whom by={route.by} all={roles} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Whom({ by, all }: { by: Route['by']; all: readonly Role[] }) {
  const { t, term } = useWords();
  if (typeof by === 'string') return <span className="rights-whom every">{t(`rights.lets.${by}`)}</span>;
  return (
    <span className="rights-whom">
      {by.map((role) => (
        <span key={role} className={all.includes(role) ? 'role' : 'role faint'}>
          {term('role', role)}
        </span>
      ))}
    </span>
  );
}
