import { parse, parseAllDocuments } from 'yaml';
import { ConfigError, parseConfig } from '../../../src/config/load';
import { INPUTS } from '../../../src/inputs';
import { ALLOWED_YAML } from './allowed';
import { type Block, blocksIn, heredocsOf, read } from './blocks';
import { isThere } from './world';

type Tree = Readonly<Record<string, unknown>>;
type Kind = 'configuration' | 'workflow' | 'other';

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

const SECTIONS = Object.keys(parseConfig('', ''));
const OF_WORKFLOWS = ['jobs', 'steps', 'uses', 'permissions'];

/** Every mapping in it. */
function trees(value: unknown): readonly Tree[] {
  if (Array.isArray(value)) return value.flatMap(trees);
  return isTree(value) ? [value, ...Object.values(value).flatMap(trees)] : [];
}

function kindOf({ text }: Block): Kind {
  const data: unknown = parse(text);
  if (isTree(data) && Object.keys(data).every((key) => SECTIONS.includes(key))) return 'configuration';
  return trees(data).some((tree) => OF_WORKFLOWS.some((key) => key in tree)) ? 'workflow' : 'other';
}

/** Names that a workflow of this repository takes when it is called. */
function takenBy(workflow: string): { readonly inputs: readonly string[]; readonly secrets: readonly string[] } {
  const { workflow_call: call } = (parse(read(workflow)) as { on: Record<string, Record<string, Tree>> }).on;
  return { inputs: Object.keys(call?.inputs ?? {}), secrets: Object.keys(call?.secrets ?? {}) };
}

/** What is wrong with the uses of our action and workflows in it. */
function wrongUses(text: string): readonly string[] {
  return trees(parse(text)).flatMap(({ uses, with: inputs, secrets }) => {
    if (typeof uses !== 'string') return [];
    const names = Object.keys((inputs as Tree) ?? {});
    const workflow = /^(?:OWNER\/edge-phase1|\.)\/(\.github\/workflows\/[\w-]+\.yml)(?:@COMMIT)?$/.exec(uses)?.[1];
    if (workflow !== undefined) {
      if (!isThere(workflow)) return [`there is no ${workflow}`];
      const taken = takenBy(workflow);
      return [
        ...names.filter((name) => !taken.inputs.includes(name)),
        ...Object.keys((secrets as Tree) ?? {}).filter((name) => !taken.secrets.includes(name)),
      ].map((name) => `${uses} takes no ${name}`);
    }
    if (!/^(?:OWNER\/edge-phase1@COMMIT|\.\/\.edge-phase1)$/.test(uses)) return [];
    return names
      .filter((name) => !(INPUTS as readonly string[]).includes(name))
      .map((name) => `${uses} takes no ${name}`);
  });
}

const YAML = blocksIn('yaml').map((block) => ({ ...block, kind: kindOf(block) }));
const ofKind = (kind: Kind) => YAML.filter((block) => block.kind === kind);

describe('YAML in the documents', () => {
  it.each(ofKind('configuration'))('$at is a configuration that can be loaded', ({ at, text }) => {
    try {
      parseConfig(text, at);
    } catch (error) {
      if (error instanceof ConfigError) throw new Error(error.message);
      throw error;
    }
  });

  it.each(ofKind('workflow'))('$at uses what the action and the workflows take', ({ text }) => {
    expect(wrongUses(text)).toEqual([]);
  });

  it('notices an input that there is not', () => {
    const uses = 'OWNER/edge-phase1/.github/workflows/phase1.yml@COMMIT';
    expect(wrongUses(`jobs: { a: { uses: '${uses}', with: { stepp: x }, secrets: { KEY: y } } }`)).toEqual([
      `${uses} takes no stepp`,
      `${uses} takes no KEY`,
    ]);
    expect(wrongUses('steps: [{ uses: OWNER/edge-phase1@COMMIT, with: { hosts: x } }]')).toHaveLength(1);
  });

  const others = ofKind('other');
  it('is something else only for a reason', () => {
    const unexplained = others.filter(({ text }) => !ALLOWED_YAML.some(({ part }) => text.includes(part)));
    expect(unexplained.map(({ at }) => at)).toEqual([]);
    expect(ALLOWED_YAML.filter(({ part }) => !others.some(({ text }) => text.includes(part)))).toEqual([]);
  });

  it('is well-formed, also in here documents', () => {
    const texts = blocksIn('sh', 'bash').flatMap(({ text }) => heredocsOf(text));
    expect(texts.flatMap((text) => parseAllDocuments(text)).flatMap(({ errors }) => errors)).toEqual([]);
  });
});

describe('JSON in the documents', () => {
  it('can be read', () => {
    for (const { text } of blocksIn('json')) expect(() => JSON.parse(text)).not.toThrow();
  });
});
