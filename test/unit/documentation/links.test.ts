import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { DOCUMENTS, ROOT, read } from './blocks';

interface Link {
  readonly file: string;
  readonly to: string;
}

const withoutCode = (text: string) => text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').replaceAll(/`[^`\n]*`/g, 'code');

const links: readonly Link[] = DOCUMENTS.flatMap((file) =>
  [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)|<img [^>]*src="([^"]+)"/g)].map(([, link, picture]) => ({
    file,
    to: (link ?? picture)!,
  })),
);
const inside = links.filter(({ to }) => !/^[a-z]+:/.test(to));

/** Anchors as GitHub makes them of headings. */
function anchorsOf(file: string): readonly string[] {
  const headings = read(file)
    .replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
    .matchAll(/^#{1,6} (.+)$/gm);
  return [...headings].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

describe('links in the documents', () => {
  it('are there', () => {
    expect(inside.length).toBeGreaterThan(80);
  });

  it.each(inside)('$file: $to leads to something that is there', ({ file, to }) => {
    const [path = '', anchor] = to.split('#');
    const target = path === '' ? file : normalize(join(dirname(file), path));
    expect(target).not.toMatch(/^\.\./);
    expect(existsSync(join(ROOT, target))).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(target)).toContain(anchor);
  });

  it('every document can be reached from README.md', () => {
    const reached = new Set(['README.md']);
    for (const file of reached) {
      for (const { file: from, to } of inside) {
        const target = normalize(join(dirname(from), to.split('#')[0]!));
        if (from !== file) continue;
        if (target.endsWith('.md')) reached.add(target);
        else if (existsSync(join(ROOT, target, 'README.md'))) reached.add(join(target, 'README.md'));
      }
    }
    expect(DOCUMENTS.filter((file) => !reached.has(file))).toEqual([]);
  });
});
