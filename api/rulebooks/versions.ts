/** Approved versions of rulebooks, compiled. */
import { Injectable } from '@nestjs/common';
import { isStorable } from '../../database/plain-text.js';
import { approvedDocument, versionInForce } from '../../database/queries/rulebooks.js';
import { compile } from '../../domain/rulebook/compile.js';
import type { RulebookDocument } from '../../domain/rulebook/document.js';
import type { Rulebook } from '../../domain/rulebook/rulebook.js';
import { ApiOptions } from '../options.js';

export interface Version {
  /** With titles, labels and the clauses' texts. */
  document: RulebookDocument;
  /** What decides. */
  rulebook: Rulebook;
}

const remembered = 300;

@Injectable()
export class RulebookVersions {
  // approved versions never change, so that remembering them is safe in any number of processes
  private readonly known = new Map<string, Version>();

  constructor(private readonly options: ApiOptions) {}

  /** One that was approved, in force or not; undefined when there is none of this number. */
  async one(id: string, version: number): Promise<Version | undefined> {
    const key = `${id}@${version}`;
    const known = this.known.get(key);
    if (known) return known;
    const document = await approvedDocument(this.options.dataSource, id, version);
    if (!document) return undefined;
    const found = { document, rulebook: compile(document) };
    if (this.known.size >= remembered) this.known.clear();
    this.known.set(key, found);
    return found;
  }

  /** The one in force at a moment (epoch milliseconds), or the earliest when none was yet; undefined when none is by now. */
  async inForce(id: string, at = Date.now()): Promise<Version | undefined> {
    const version = isStorable(id) ? await versionInForce(this.options.dataSource, id, at) : undefined;
    return version === undefined ? undefined : this.one(id, version);
  }
}
