import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../../src/evidence/evidence';
import { parseRepository } from '../../src/github/repository';
import { BOT, type Emulator, PERSON, startEmulator } from '../integration/github/emulator';
import { FaultyGitHub } from '../integration/github/proxy';
import { type ActOptions, ActRepository, type ActRun } from './act';
import { PROJECT } from './entry';

export const NAME = `${PERSON}/edge-server`;
const REPOSITORY = { full_name: NAME, private: true, default_branch: 'main', owner: { login: PERSON } };
export const HASH = 'd125122df0e3812039ec4fb4de92c1c12a5f5f9a0194188eb9c5038a9fa8c5de';

const applied = JSON.parse(readFileSync(join(PROJECT, 'test/fixtures/evidence/applied.json'), 'utf8')) as Evidence;
/** The real evidence of an extended volume, as if a run of this repository had made it. */
export const APPLIED: Evidence = {
  ...applied,
  trigger: { repository: NAME, commit: '', actor: PERSON, url: `https://github.com/${NAME}/actions/runs/77` },
};
const [step] = APPLIED.steps;
export const PLANNED: Evidence = {
  ...APPLIED,
  mode: 'plan',
  started: '2026-11-24T10:00:00.000Z',
  steps: [{ step: 'extend-lvm', outcome: 'planned', before: step!.before!, plan: step!.plan!, checks: [], notes: [] }],
};

/** The action that works on the server, where there is none: writes down what it is told, and answers with known evidence. */
export const SERVER_STAND_IN = {
  'action.yml': `
name: stand-in
description: Answers with evidence that it was given
inputs:
${['step', 'mode', 'config', 'set', 'host', 'ssh_private_key', 'ssh_known_hosts', 'harbor_admin_password', 'plan_hash', 'fail_on', 'comment', 'github_token'].map((name) => `  ${name}: { default: '' }`).join('\n')}
outputs:
  plan_hash: { value: '\${{ steps.run.outputs.plan_hash }}' }
  changed: { value: '\${{ steps.run.outputs.changed }}' }
runs:
  using: composite
  steps:
    - id: run
      shell: bash
      env:
        MODE: \${{ inputs.mode }}
        STEP: \${{ inputs.step }}
        HASH: \${{ inputs.plan_hash }}
        SET: \${{ inputs.set }}
      run: |
        printf '%s\\n' "called: $MODE $STEP $HASH" "$SET"
        mkdir -p "$UPLOADS/edge-phase1-$MODE"
        cp "$GITHUB_ACTION_PATH/$MODE.json" "$UPLOADS/edge-phase1-$MODE/evidence.json"
        touch "$UPLOADS/edge-phase1-$MODE/report.md"
        echo "plan_hash=${HASH}" >>"$GITHUB_OUTPUT"
`,
  'plan.json': JSON.stringify(PLANNED),
  'apply.json': JSON.stringify(APPLIED),
};

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string };
}

/** The emulated GitHub, and a repository whose workflows talk to it. */
export class DeskLab {
  private constructor(
    private readonly emulator: Emulator,
    readonly github: FaultyGitHub,
    readonly repository: ActRepository,
  ) {}

  static async start(files: Readonly<Record<string, string>> = {}): Promise<DeskLab> {
    const emulator = await startEmulator([parseRepository(NAME).name]);
    const github = await FaultyGitHub.start(emulator.url, { now: Date.now });
    return new DeskLab(emulator, github, await ActRepository.create(files, NAME));
  }

  async stop(): Promise<void> {
    this.repository.remove();
    await this.github.stop();
    await this.emulator.stop();
  }

  /** Runs a workflow for an event, with the token of a job. */
  run(workflow: string, event: string, payload: object, options: ActOptions = {}, token = BOT): Promise<ActRun> {
    return this.repository.run(workflow, {
      ...options,
      event,
      payload: { repository: REPOSITORY, ...payload },
      secrets: { GITHUB_TOKEN: token },
      env: {
        ...{ GITHUB_API_URL: this.github.url, no_proxy: '127.0.0.1', NO_PROXY: '127.0.0.1' },
        // gh speaks plain HTTP to this host alone, which nobody has: a proxy answers for it.
        ...{ GH_HOST: 'github.localhost', http_proxy: this.github.url },
      },
    });
  }

  async api<T>(method: string, path: string, body?: object, login = PERSON): Promise<T> {
    const response = await fetch(`${this.github.url}/repos/${NAME}/${path}`, {
      method,
      headers: { authorization: `Bearer ${login}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  }

  comments = (issue: number) => this.api<Comment[]>('GET', `issues/${issue}/comments?per_page=100`);
  reactions = async (comment: number) =>
    (await this.api<{ content: string }[]>('GET', `issues/comments/${comment}/reactions`)).map(
      ({ content }) => content,
    );
}
