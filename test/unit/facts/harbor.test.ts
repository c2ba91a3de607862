/** The shell programs that look at a registry, run here for real: on folders, ports and pages of this test. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { harborHealth, harborReads } from '../../../src/facts/harbor';
import { installedFacts, installedReads } from '../../../src/facts/harbor-installed';
import { placeFacts, placeReads } from '../../../src/facts/harbor-place';
import { isUnreadable } from '../../../src/facts/reading';
import type { Read } from '../../../src/host/host';
import { localHost } from '../../../src/host/local';
import { settings } from '../steps/variants';

const COMPONENTS = ['core', 'registry', 'database'].map((name) => ({ name, status: 'healthy' }));

let folder: string;
let server: Server;
let port: number;
/** Status and body of the pages that are asked for. */
let pages: Readonly<Record<string, [number, string]>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'harbor-facts-'));
  server = createServer((request, response) => {
    const [status, body] = pages[request.url ?? ''] ?? [404, ''];
    response.writeHead(status).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((closed) => server.close(closed));
});

const look = (reads: readonly Read[]) => localHost().batch(reads);

describe('without a configured address, the page of what was installed is asked', () => {
  /** The read, with the result in a file of this test. */
  const health = async (result: object | undefined) => {
    const file = join(folder, 'result.json');
    if (result === undefined) rmSync(file, { force: true });
    else writeFileSync(file, JSON.stringify(result));
    const reads = harborReads(null).map(({ id, argv }) => ({
      ...{ id, argv: argv.map((word) => (word === '/var/lib/edge-phase1/harbor.json' ? file : word)) },
    }));
    return harborHealth(await look(reads));
  };
  const result = () => ({ schema: 'edge-phase1/harbor/1', registry: `registry.lan:${port}`, scheme: 'http' });

  test('Harbor: its components', async () => {
    pages = { '/api/v2.0/health': [200, JSON.stringify({ status: 'healthy', components: COMPONENTS })] };
    expect(await health({ ...result(), kind: 'harbor' })).toMatchObject({ harbor: true, components: { length: 3 } });
  });

  test('the light registry: whether it wants a login', async () => {
    pages = { '/v2/': [401, '{"errors":[{"code":"UNAUTHORIZED"}]}'] };
    expect(await health({ ...result(), kind: 'distribution' })).toMatchObject({ harbor: true });
    pages = { '/v2/': [200, '{}'] };
    expect(await health({ ...result(), kind: 'distribution' })).toMatchObject({ harbor: false });
  });

  test('nothing was installed: there is nothing to ask', async () => {
    expect(await health(undefined)).toBeUndefined();
  });

  test.each([
    ['a scheme that is none', { scheme: 'file', registry: 'registry.lan:80' }],
    ['a port that is none', { scheme: 'http', registry: 'registry.lan:80/etc' }],
    ['no address', { scheme: 'http' }],
  ])('a result with %s is not followed', async (_, fields) => {
    expect(await health({ schema: 'edge-phase1/harbor/1', ...fields })).toBeUndefined();
  });
});

describe('what has been installed', () => {
  const installed = async (install: string) => {
    const config = settings({ 'harbor.install': install });
    const facts = installedFacts(await look(installedReads(config)), []);
    if (isUnreadable(facts)) throw new Error(facts.unreadable);
    return facts;
  };

  test('nothing', async () => {
    expect(await installed(join(folder, 'none'))).toMatchObject({
      ...{ installed: 'none', configured: 'none', settings: {}, fetched: false, leftovers: false, trustedBy: [] },
    });
  });

  test('only fetched, in part', async () => {
    mkdirSync(join(folder, 'fetching/fetch'), { recursive: true });
    expect(await installed(join(folder, 'fetching'))).toMatchObject({ configured: 'none', leftovers: true });
  });

  test('configured, with its settings: a value may hold an equals sign', async () => {
    const there = join(folder, 'there');
    mkdirSync(there);
    writeFileSync(join(there, 'configured'), 'harbor 2.14.0 ab12\nregistry=harbor\ndata=/srv/a=b\nno_proxy=\n');
    writeFileSync(join(there, 'services'), 'core\nlog\n');
    expect(await installed(there)).toMatchObject({
      ...{ installed: 'none', configured: 'harbor 2.14.0 ab12', services: 2 },
      settings: { registry: 'harbor', data: '/srv/a=b', no_proxy: '' },
    });
  });
});

describe('the place', () => {
  const place = async (overrides: Readonly<Record<string, string>> = {}) => {
    const config = settings({ 'kubernetes.cluster': 'none', ...overrides });
    return placeFacts(await look(placeReads(config)), config);
  };

  test('a port that answers is found by listening and by connecting', async () => {
    expect(await place({ 'harbor.port': String(port) })).toMatchObject({
      listeners: [`127.0.0.1:${port}`],
      answers: [`127.0.0.1:${port}`],
    });
  });

  test('with https, Harbor also takes the next port', async () => {
    const seen = await place({ 'harbor.port': String(port - 1), 'harbor.scheme': 'https' });
    expect(seen.answers).toContain(`127.0.0.1:${port}`);
  });

  test('memory and processors are known, and the file system of a folder that is not there yet', async () => {
    const seen = await place({ 'harbor.data': `${folder}/not/yet` });
    expect(seen.memoryBytes).toBeGreaterThan(2 ** 20);
    expect(seen.cpus).toBeGreaterThan(0);
    expect(seen.dataMount?.availableBytes).toBeGreaterThan(0);
  });

  test('a file that is to be installed from is there, or it is not', async () => {
    writeFileSync(join(folder, 'harbor.tgz'), '');
    expect((await place({ 'harbor.source': join(folder, 'harbor.tgz') })).sourceThere).toBe(true);
    expect((await place({ 'harbor.source': join(folder, 'other.tgz') })).sourceThere).toBe(false);
    expect((await place()).sourceThere).toBeUndefined();
  });
});
