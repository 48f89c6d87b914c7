/** The addresses at which projects publish, and what is to be read there. */
import { randomBytes } from 'node:crypto';
import { type Publication, publicationOf } from '../../domain/paper/public.js';
import { paperOf, type StoredPaper } from '../paper-rows.js';
import { run, type Source, type Statement } from '../sql.js';

export interface PublicAddress {
  address: string;
  project: string;
  openedAt: Date;
  /** A name. */
  openedBy: string;
}

/** The open address of a project. */
export async function openAddress(source: Source, project: string): Promise<PublicAddress | undefined> {
  const [found] = await source.query<PublicAddress[]>(
    `select a.address, a.project_id as project, a.opened_at as "openedAt", coalesce(u.name, a.opened_by) as "openedBy"
     from public_addresses a left join users u on u.id = a.opened_by where a.project_id = $1 and a.closed_at is null`,
    [project],
  );
  return found;
}

/** Opens an address for a project that has none; false: there is no such project. */
export async function openFor(source: Source, project: string, by: string): Promise<boolean> {
  const address = randomBytes(12).toString('base64url');
  const [known] = await source.query<{ tier: string }[]>('select tier from organisation where id = $1', [project]);
  if (known?.tier !== 'project') return false;
  await source.query(
    `insert into public_addresses (address, project_id, opened_by) values ($1, $2, $3)
     on conflict (project_id) where closed_at is null do nothing`,
    [address, project, by],
  );
  return true;
}

/** Nothing is read there any more, at once and for ever. */
export async function closeFor(source: Source, project: string, by: string): Promise<void> {
  await source.query(
    'update public_addresses set closed_by = $2, closed_at = now() where project_id = $1 and closed_at is null',
    [project, by],
  );
}

export interface PublicPlace extends Record<string, unknown> {
  project: string;
  name: string;
}

const place: Statement = {
  name: 'public-place',
  text: `select o.id as project, o.name from public_addresses a join organisation o on o.id = a.project_id
    where a.address = $1 and a.closed_at is null`,
};

/** The project that publishes at an address. */
export async function publicPlace(source: Source, address: string): Promise<PublicPlace | undefined> {
  const [found] = await run<PublicPlace>(source, place, [address]);
  return found;
}

/** Issued and approved, not put right by a later one. */
const published = `p.node_id = $1 and p.kind = 'publication' and p.public and p.issued_at is not null
  and p.signed ? 'approved'
  and not exists (select from papers k where k.corrects_id = p.id and k.issued_at is not null)`;

export interface PublishedPeriod extends Record<string, unknown> {
  period: string;
  label: { zh: string; en: string };
  issuedAt: Date;
}

const periods: Statement = {
  name: 'published-periods',
  text: `select p.period, p.head -> 'period' -> 'label' as label, p.issued_at as "issuedAt" from papers p
    where ${published} order by p.cut_off desc limit 36`,
};

/** The last three years of what a project published, the latest first. */
export function publishedPeriods(source: Source, project: string): Promise<PublishedPeriod[]> {
  return run<PublishedPeriod>(source, periods, [project]);
}

const one: Statement = {
  name: 'published',
  text: `select p.*, null as corrected_id, null as corrected_number from papers p
    where ${published} and p.period = $2 order by p.revision desc limit 1`,
};
// known by now to be for few, or deleted by law
const withdrawn: Statement = {
  name: 'published-since-withdrawn',
  text: `select r.id from unnest($1::text[]) r (id) where not exists (
      select from complaints c where c.id = r.id and c.open_to is null and c.state -> 'accused' = '[]'
    ) or exists (select from complaint_keys k where k.complaint_id = r.id and k.destroyed_at is not null)`,
};

/** What a project published of a period, without what has come to be for few since. */
export async function publication(source: Source, project: string, period: string): Promise<Publication | undefined> {
  const [row] = await run<StoredPaper>(source, one, [project, period]);
  if (!row) return undefined;
  const rows = row.head.rows ?? [];
  const gone = await run<{ id: string }>(source, withdrawn, [rows]);
  const withheld = new Set(gone.map(({ id }) => id));
  return publicationOf(paperOf(row), (n) => rows[n] !== undefined && withheld.has(rows[n]));
}
