import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { SaltOf } from '../database/seal.js';
import type { Keyring } from '../vault/keyring.js';
import type { ProofPlace } from '../proof/place.js';
import type { Library } from '../documents/library.js';
import type { press } from '../renderings/press.js';
import type { SignInOptions } from './sessions/options.js';

/** What the API is made of; whoever starts it brings all of it along. */
export abstract class ApiOptions {
  /** Initialized. */
  readonly dataSource: DataSource;
  readonly client: Client;
  /** Where the complaints' workflows run. */
  readonly taskQueue: string;
  readonly library: Library;
  /** A complaint's own salt, for the digests of its events. */
  readonly saltOf?: SaltOf;
  /** The complaints' own keys. */
  readonly keyring?: Keyring;
  /** Where the signed marks are. */
  readonly proof?: ProofPlace;
  /** As people reach it, without a slash at the end. With https the session cookie is for https only. */
  readonly publicUrl?: string;
  /** Origin of Temporal's own pages; they alone may have payloads decoded from a browser. */
  readonly temporalUi?: string;
  /** How people sign in. */
  readonly signIn?: SignInOptions;
  /** Proxies before it, whose word on the address of a client is taken: addresses and ranges. */
  readonly trustedProxies?: string[];
  /** Robots and webhooks may be in the operator's own network. */
  readonly openChannels?: boolean;
  /** Sets papers as files; in a thread of its own unless told. */
  readonly press?: typeof press;
  /** Whether e-mail is set up. */
  readonly mail?: boolean;
  /** Folder of the built web pages. */
  readonly webFolder?: string;
  /** The largest body, bytes; 1 MiB unless told. */
  readonly bodyLimit?: number;
  /** How long a request waits for an engine that is away, milliseconds; 6000 unless told. */
  readonly patience?: number;
  /** Told of faults of the program; clients only see that there was one. */
  readonly onFault?: (error: unknown) => void;
}
