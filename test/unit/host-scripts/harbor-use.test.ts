/**
 * What the host script sets in Harbor, and reads back, against a server that answers as Harbor does: see gc.go, retention.go
 * and registry.go in goharbor/harbor, src/server/v2.0/handler, and tag-retention.component.ts of its pages.
 */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PARTS = resolve(__dirname, '../../../scripts/parts');

const USE = `
set -u
RUNS=$1 base=$2 keep=$3 gc=$4 proxy_project=$5 project=ci project_id=7 last_output='' registry=harbor
. <(sed -n '/^escape() {/,/^}/p; /^members() {/,/^}/p; /^object() {/,/^}/p' "$6/frame.sh")
. "$6/json.sh"; . "$6/harbor-api.sh"; . "$6/harbor-use.sh"
retention_set && gc_set && proxy_there || { echo "$last_output"; exit 1; }`;

type Policy = { rules: { params: object; disabled?: boolean }[]; trigger: { settings: { cron: string } } };
interface Harbor {
  retention?: Policy;
  gc?: { type: string; cron: string };
  registry?: { name: string; url: string };
  /** The registry id of each project. */
  projects: Record<string, number | undefined>;
}

let harbor: Harbor;
/** What it was asked to change. */
let asked: string[];
/** Paths whose changes it says yes to and forgets. */
let forgets: RegExp | undefined;
let server: Server;
let folder: string;

function answer(method: string, path: string, body: string): [code: number, body?: unknown] {
  const json = body === '' ? undefined : JSON.parse(body);
  if (method !== 'GET' && method !== 'HEAD') {
    asked.push(`${method} ${path}`);
    if (forgets?.test(path)) return [method === 'POST' ? 201 : 200];
  }
  const project = /^\/projects(?:\/|\?project_name=)(.*)$/.exec(path)?.[1];
  if (project !== undefined) {
    if (!(project in harbor.projects)) return [404];
    const metadata = { public: 'false', ...(harbor.retention && project === 'ci' && { retention_id: '3' }) };
    return [200, { project_id: 7, name: project, registry_id: harbor.projects[project], metadata }];
  }
  switch (`${method} ${path}`) {
    case 'POST /projects':
      harbor.projects[json.project_name] = json.registry_id;
      return [201];
    case 'POST /retentions':
    case 'PUT /retentions/3':
      harbor.retention = json;
      return [method === 'POST' ? 201 : 200];
    case 'GET /retentions/3': {
      const { rules, trigger } = harbor.retention!;
      const told = rules.map(({ disabled: _, ...rule }, k) => ({ id: k, ...rule }));
      return [200, { id: 3, algorithm: 'or', rules: told.length > 0 ? told : null, trigger }];
    }
    case 'GET /system/gc/schedule':
      return [
        200,
        harbor.gc && { id: 1, job_kind: harbor.gc.cron, schedule: { ...harbor.gc, next_scheduled_time: '' } },
      ];
    case 'POST /system/gc/schedule':
    case 'PUT /system/gc/schedule':
      harbor.gc = json.schedule.type === 'None' ? undefined : json.schedule;
      return [method === 'POST' ? 201 : 200];
    case 'GET /registries?q=name%3Dmirror':
      return [200, harbor.registry ? [{ credential: {}, id: 5, ...harbor.registry }] : []];
    case 'POST /registries':
    case 'PUT /registries/5':
      harbor.registry = { ...harbor.registry, ...json };
      return [method === 'POST' ? 201 : 200];
  }
  return [404];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'harbor-use-'));
  writeFileSync(join(folder, 'harbor.curl'), 'silent\nnoproxy = "*"\nmax-time = 10\n');
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const path = request.url!.replace('/api/v2.0', '');
      const [code, body] = answer(request.method!, path, Buffer.concat(pieces).toString());
      response.writeHead(code).end(body === undefined ? '' : `${JSON.stringify(body)}\n`);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  harbor = { projects: { ci: undefined } };
  asked = [];
  forgets = undefined;
});

/** What went wrong; empty where nothing did. */
async function use(keep: number, gc: string, proxy = ''): Promise<string> {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const args = ['-c', USE, 'use', folder, base, String(keep), gc, proxy, PARTS];
  try {
    await promisify(execFile)('bash', args);
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

test('what is kept and when space is freed are set once, and changed in place', async () => {
  expect(await use(10, '0 0 3 * * 0')).toBe('');
  expect(asked).toEqual(['POST /retentions', 'POST /system/gc/schedule']);
  expect(await use(3, '0 0 4 * * 1')).toBe('');
  expect(asked.slice(2)).toEqual(['PUT /retentions/3', 'POST /system/gc/schedule']);
  expect(harbor).toMatchObject({
    retention: { rules: [{ params: { latestPushedK: 3 } }] },
    gc: { cron: '0 0 4 * * 1' },
  });
});

test('keeping all and never freeing space take back what was set before', async () => {
  await use(10, '0 0 3 * * 0');
  expect(await use(0, 'none')).toBe('');
  expect(harbor).toMatchObject({ retention: { rules: [], trigger: { settings: { cron: '' } } }, gc: undefined });
});

test('where nothing was set, nothing is', async () => {
  expect(await use(0, 'none')).toBe('');
  expect(asked).toEqual([]);
});

test.each([
  ['what is kept', /retentions\//, /what is kept was set to 3 at '0 0 2 \* \* \*', told is 10/],
  ['when space is freed', /gc/, /when space is freed was set to 0 0 4 \* \* 1, told is 0 0 3 \* \* 0/],
  [
    'where a project fetches from',
    /registries\//,
    /where mirror fetches from was set to .*b\.example, told is .*a\.example/,
  ],
])('says so when the registry takes %s and keeps the old', async (_, path, words) => {
  await use(10, '0 0 3 * * 0', 'mirror=https://a.example');
  forgets = path;
  expect(await use(3, '0 0 4 * * 1', 'mirror=https://b.example')).toMatch(words);
});

test('a project that fetches from another registry is made with it, and follows a new address', async () => {
  expect(await use(0, 'none', 'mirror=https://a.example')).toBe('');
  expect(harbor).toMatchObject({ registry: { name: 'mirror', url: 'https://a.example' }, projects: { mirror: 5 } });
  expect(await use(0, 'none', 'mirror=https://b.example/')).toBe('');
  expect(harbor.registry?.url).toBe('https://b.example');
  expect(asked).toEqual(['POST /registries', 'POST /projects', 'PUT /registries/5']);
});

test("somebody's own project of that name is not taken for one", async () => {
  harbor.projects.mirror = undefined;
  expect(await use(0, 'none', 'mirror=https://a.example')).toMatch(/project mirror already that does not fetch from/);
});
