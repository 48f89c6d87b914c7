/** Signing in by a real OpenID provider, and by one that lies. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Provider, type Configuration } from 'oidc-provider';
import { callerOf, openHouse, type TestHouse } from './house.js';

interface Person {
  email?: string;
  email_verified?: boolean;
  preferred_username?: string;
  name?: string;
}

/** By subject. */
const people: Record<string, Person> = {
  's-handler': { email: 'Handler@example.cn', email_verified: true },
  's-unverified': { email: 'company@example.cn', email_verified: false },
  's-stranger': { email: 'stranger@example.cn', email_verified: true, preferred_username: 'supervisor' },
  's-again': { email: 'handler@example.cn', email_verified: true },
};

let server: Server;
let issuer: string;
let house: TestHouse;
let provider: Provider;
// seconds that an ID token holds
let holds = 300;

beforeAll(async () => {
  server = createServer((request, response) => void provider.callback()(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  house = await openHouse({
    signIn: {
      provider: {
        issuer,
        clientId: 'huiyin',
        clientSecret: 'between-the-two',
        label: '集团统一身份认证',
        linkBy: 'email',
        creates: false,
        secondFactor: false,
        logsOut: true,
      },
    },
  });
  await house.dataSource.query(`update users set email = id || '@example.cn'`);
  provider = new Provider(issuer, settings(house.url));
});
afterAll(async () => {
  await house.close();
  server.close();
});

const settings = (home: string): Configuration => ({
  clients: [
    {
      client_id: 'huiyin',
      client_secret: 'between-the-two',
      redirect_uris: [`${home}/api/session/oidc/callback`],
      post_logout_redirect_uris: [`${home}/login`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  cookies: { keys: ['of the test'] },
  ttl: { IdToken: () => holds, AccessToken: 300, Interaction: 300, Session: 300, Grant: 300 },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
});

/** A browser: it keeps cookies by site, and goes where it is sent. */
class Browser {
  private readonly jar = new Map<string, string>();

  async get(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const cookie = [...this.jar].filter(([key]) => key.startsWith(`${origin} `)).map(([key, value]) => `${key.split(' ')[1]}=${value}`); // prettier-ignore
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: cookie.join('; ') },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.jar.delete(`${origin} ${name}`);
      else this.jar.set(`${origin} ${name}`, value);
    }
    return answer;
  }

  /** Goes from one place to the next while `on` says so; answers where it then is to go. */
  async follow(url: string, on: (to: string) => boolean): Promise<string> {
    for (let to = url; ;) {
      const answer = await this.get(to);
      const next = answer.headers.get('location');
      if (!next) throw new Error(`${answer.status} at ${to}: ${await answer.text()}`);
      to = new URL(next, to).href;
      if (!on(to)) return to;
    }
  }

  cookie(name: string): string {
    return `${name}=${this.jar.get(`${house.url} ${name}`) ?? ''}`;
  }
}

const isCallback = (url: string) => url.startsWith(`${house.url}/api/session/oidc/callback`);

/** Logs in at the provider as somebody; answers the address that it sends the browser back to. */
async function atProvider(browser: Browser, subject: string, next = '/complaints?mine=1'): Promise<string> {
  const start = `${house.url}/api/session/oidc?next=${encodeURIComponent(next)}`;
  let at = await browser.follow(start, (to) => !to.includes('/interaction/') && !isCallback(to));
  while (!isCallback(at)) {
    const uid = at.split('/').at(-1) ?? '';
    const interaction = await provider.Interaction.find(uid);
    if (!interaction) throw new Error('no interaction');
    const { prompt, params } = interaction;
    if (prompt.name === 'login') interaction.result = { login: { accountId: subject } };
    else {
      const grant = new provider.Grant({ accountId: subject, clientId: params.client_id as string });
      grant.addOIDCScope('openid profile email');
      interaction.result = { consent: { grantId: await grant.save() } };
    }
    await interaction.save(300);
    at = await browser.follow(interaction.returnTo, (to) => !to.includes('/interaction/') && !isCallback(to));
  }
  return at;
}

const refused = async (browser: Browser, callback: string, code: string) => {
  const answer = await browser.get(callback);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(`/login?problem=${code}`);
  expect(browser.cookie('huiyin_session')).toBe('huiyin_session=');
};

test('the login page knows the button', async () => {
  expect((await house.nobody.get('/api/session/ways')).body).toEqual({ provider: { label: '集团统一身份认证' } });
});

test('somebody whom an administrator gave an account comes in by their verified e-mail, later by subject alone', async () => {
  const browser = new Browser();
  const callback = await atProvider(browser, 's-handler');
  const answer = await browser.get(callback);
  expect(answer.headers.get('location')).toBe('/complaints?mine=1');
  const caller = callerOf(house.url, { cookie: browser.cookie('huiyin_session') });
  expect((await caller.get('/api/session')).body).toMatchObject({ user: { id: 'handler' }, leavesProvider: true });
  // the answer of the provider is heard once
  await browser.get(`${house.url}/nowhere`);
  expect((await browser.get(callback)).headers.get('location')).toBe('/login?problem=identity-refused');
  people['s-handler'] = {};
  const again = new Browser();
  expect((await again.get(await atProvider(again, 's-handler'))).headers.get('location')).toBe('/complaints?mine=1');
  expect(await house.dataSource.query('select issuer, subject, user_id from identities')).toEqual([
    { issuer, subject: 's-handler', user_id: 'handler' },
  ]);
  // by that the address has proved to be theirs; nobody else's has
  expect(await house.dataSource.query('select id from users where email_verified_at is not null')).toEqual([
    { id: 'handler' },
  ]);
});

test('logging out goes on to the provider, which sends back to the login page', async () => {
  const answer = await new Browser().get(`${house.url}/api/session/oidc/leave`);
  const to = new URL(answer.headers.get('location') ?? '');
  expect(to.origin).toBe(issuer);
  expect(to.searchParams.get('post_logout_redirect_uri')).toBe(`${house.url}/login`);
});

test.each([
  ['s-stranger', 'is made no account, and a name that they chose themselves links none'],
  ['s-unverified', 'has proved no e-mail'],
  ['s-again', 'is another subject with the address of an account that is linked'],
])('%s %s', async (subject) => {
  const before = await house.dataSource.query('select count(*) from users');
  const browser = new Browser();
  await refused(browser, await atProvider(browser, subject), 'no-account');
  expect(await house.dataSource.query('select count(*) from users')).toEqual(before);
});

test('an account that is not active any more is none', async () => {
  await house.dataSource.query(`update users set active = false where id = 'handler'`);
  const browser = new Browser();
  await refused(browser, await atProvider(browser, 's-handler'), 'no-account');
  await house.dataSource.query(`update users set active = true where id = 'handler'`);
});

test.each(['//evil.example', 'https://evil.example/', '/\\evil.example'])('no way leads to %s', async (next) => {
  const browser = new Browser();
  const answer = await browser.get(await atProvider(browser, 's-handler', next));
  expect(answer.headers.get('location')).toBe('/');
});

const tampered: [string, (callback: URL, browser: Browser) => unknown][] = [
  ['another state', (callback) => callback.searchParams.set('state', 'of-somebody-else')],
  ['no state', (callback) => callback.searchParams.delete('state')],
  ['another issuer', (callback) => callback.searchParams.set('iss', 'https://evil.example')],
  ['another code', (callback) => callback.searchParams.set('code', 'made-up')],
  ['another nonce', () => house.dataSource.query(`update identity_requests set nonce = 'another'`)],
  ['another verifier', () => house.dataSource.query(`update identity_requests set verifier = repeat('v', 43)`)],
  ['a request that is too old', () => house.dataSource.query('update identity_requests set expires_at = now()')],
];

test.each(tampered)('an answer with %s is refused', async (_, tamper) => {
  const browser = new Browser();
  const callback = new URL(await atProvider(browser, 's-handler'));
  await tamper(callback, browser);
  await refused(browser, callback.href, 'identity-refused');
});

test('an answer in the browser of somebody else is refused: nobody is logged in as the attacker', async () => {
  const callback = await atProvider(new Browser(), 's-handler');
  await refused(new Browser(), callback, 'identity-refused');
});

test('a token that has expired is refused', async () => {
  holds = -3_600;
  const browser = new Browser();
  try {
    await refused(browser, await atProvider(browser, 's-handler'), 'identity-refused');
  } finally {
    holds = 300;
  }
  expect(String(house.faults.at(-1))).toMatch(/exp/i);
});

test('a second factor is asked for here, too, where somebody has one', async () => {
  await house.dataSource.query(
    `insert into second_factors (user_id, secret, confirmed_at) values ('handler', '\\x00', now())`,
  );
  const browser = new Browser();
  const answer = await browser.get(await atProvider(browser, 's-handler'));
  expect(answer.headers.get('location')).toBe(`/login?step=code&next=${encodeURIComponent('/complaints?mine=1')}`);
  expect(browser.cookie('huiyin_session')).toBe('huiyin_session=');
  await house.dataSource.query('delete from second_factors');
});
