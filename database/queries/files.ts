/** Files of complaints, as they are kept: encrypted. */
import type { DataSource } from 'typeorm';

export interface KeptFile {
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
  /** Encrypted. */
  content: Uint8Array;
}

const most = 100;

/** Keeps a file; the same content again changes nothing. False: the complaint has as many as it may. */
export async function keepFile(source: DataSource, complaint: string, file: KeptFile, by: string): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `with kept as (
       insert into files (complaint_id, sha256, name, media_type, size, content, by_user)
       select $1, $2, $3, $4, $5, $6, $7 where (select count(*) from files where complaint_id = $1) < ${most}
       on conflict (complaint_id, sha256) do nothing returning 1
     )
     select 1 from kept union all select 1 from files where complaint_id = $1 and sha256 = $2 limit 1`,
    [complaint, file.sha256, file.name, file.mediaType, file.size, Buffer.from(file.content), by],
  );
  return rows.length > 0;
}

/** A file that was attached to the complaint, or brought by this user and not attached yet. */
export async function findFile(
  source: DataSource,
  complaint: string,
  sha256: string,
  user: string,
): Promise<KeptFile | undefined> {
  const [found] = await source.query<KeptFile[]>(
    `select f.sha256, f.name, f.media_type as "mediaType", f.size, f.content from files f
     where f.complaint_id = $1 and f.sha256 = $2 and (f.by_user = $3 or exists (
       select from events e where e.complaint_id = $1 and e.type = 'Attached' and e.data ->> 'sha256' = $2))`,
    [complaint, sha256, user],
  );
  return found;
}

/** All that were attached to a complaint. */
export async function attachedFiles(source: DataSource, complaint: string): Promise<KeptFile[]> {
  return source.query(
    `select f.sha256, f.name, f.media_type as "mediaType", f.size, f.content from files f
     where f.complaint_id = $1 and exists (
       select from events e where e.complaint_id = $1 and e.type = 'Attached' and e.data ->> 'sha256' = f.sha256)
     order by f.at, f.sha256`,
    [complaint],
  );
}

/** Takes away what was brought before then and never attached; answers how many, `limit` at most. */
export async function forgetUnattached(source: DataSource, before: Date, limit: number): Promise<number> {
  const [, gone] = await source.query<[unknown, number]>(
    `delete from files where (complaint_id, sha256) in (
       select f.complaint_id, f.sha256 from files f where f.at < $1 and not exists (
         select from events e where e.complaint_id = f.complaint_id and e.type = 'Attached' and e.data ->> 'sha256' = f.sha256)
       limit $2)`,
    [before, limit],
  );
  return gone;
}
