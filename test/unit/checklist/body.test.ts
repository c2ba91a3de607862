import { boxesSet, newBody, progressOf, tasksIn, withFinding, withItems } from '../../../src/checklist/body';
import type { Group } from '../../../src/checklist/checklist';
import type { Finding } from '../../../src/checklist/judge';

const group: Group = {
  id: 'day-1',
  title: 'Day 1',
  items: [
    { id: 'meeting', title: 'Meeting' },
    { id: 'extend', title: 'Extend the volume', checks: ['volume_size'] },
  ],
};
const finding = (says: Finding['says'], at: string, text = 'said'): Finding => ({ says, at, text });
const task = (body: string, id: string) => tasksIn(body).find((t) => t.id === id);
const BODY = newBody(group);

describe('a new body', () => {
  it('has a box for each item, none of them ticked', () => {
    expect(tasksIn(BODY).map(({ id, title, ticked }) => ({ id, title, ticked }))).toEqual([
      { id: 'meeting', title: 'Meeting', ticked: false },
      { id: 'extend', title: 'Extend the volume', ticked: false },
    ]);
  });
});

describe('what people change survives', () => {
  const edited = [
    'Our notes first.',
    '* [X] Extend it, with Ann <!-- edge-phase1:item extend -->\r',
    '  - a remark below it',
    '- [x] Call the neighbours',
    '- [ ] Meeting at nine <!-- edge-phase1:item meeting -->',
    '<!-- edge-phase1:placed meeting extend -->',
  ].join('\n');

  it('bringing the items in again changes nothing', () => {
    expect(withItems(edited, group)).toBe(edited);
  });

  it('their own items count', () => {
    expect(progressOf(edited)).toEqual({ done: 2, total: 3 });
  });

  it('a finding touches the line of its item only', () => {
    const lines = withFinding(edited, 'meeting', finding('approved', '2026-02-11T09:00:00Z')).split('\n');
    expect(lines.filter((line, i) => line !== edited.split('\n')[i])).toEqual([
      '- [x] Meeting at nine <!-- edge-phase1:item meeting approved 2026-02-11T09:00:00Z --> said<!-- /edge-phase1 -->',
    ]);
  });

  it('an item that somebody removed stays removed', () => {
    const without = BODY.split('\n').slice(1).join('\n');
    expect(withItems(without, group)).toBe(without);
  });

  it('an item whose hidden marker got lost is known by its title', () => {
    const retyped = '- [x] meeting \n- [ ] Extend the volume <!-- edge-phase1:item extend -->';
    const body = withItems(retyped, group);
    expect(tasksIn(body)).toHaveLength(2);
    expect(task(body, 'meeting')).toMatchObject({ ticked: true, title: 'meeting' });
  });

  it('an item that is new in the checklist comes after the others', () => {
    const more = { ...group, items: [...group.items, { id: 'check', title: 'Check' }] };
    expect(tasksIn(withItems(BODY, more)).map(({ id }) => id)).toEqual(['meeting', 'extend', 'check']);
    expect(withItems(withItems(BODY, more), more)).toBe(withItems(BODY, more));
  });

  it('boxes in a block of code are not tasks', () => {
    expect(progressOf('````\n- [ ] no\n```\n- [x] no\n````\n- [x] yes')).toEqual({ done: 1, total: 1 });
  });
});

describe('evidence', () => {
  const proved = withFinding(BODY, 'extend', finding('proved', '2026-02-11T10:00:00Z', '150 GiB'));

  it('ticks its item and says why', () => {
    expect(task(proved, 'extend')).toMatchObject({ ticked: true, says: 'proved', at: '2026-02-11T10:00:00Z' });
    expect(proved).toContain('✅ 150 GiB');
    expect(task(proved, 'extend')?.title).toBe('Extend the volume');
  });

  it('changes nothing when it says the same again', () => {
    expect(withFinding(proved, 'extend', finding('proved', '2026-02-12T10:00:00Z', 'other words'))).toBe(proved);
  });

  it('unticks it when a later check fails, with the reason', () => {
    const failed = withFinding(proved, 'extend', finding('disproved', '2026-02-12T10:00:00Z', '100 GiB'));
    expect(task(failed, 'extend')).toMatchObject({ ticked: false, says: 'disproved' });
    expect(failed).toContain('❌ unticked: 100 GiB');
    expect(failed).not.toContain('150 GiB');
  });

  it('that is older than what is known changes nothing', () => {
    expect(withFinding(proved, 'extend', finding('disproved', '2026-02-10T10:00:00Z'))).toBe(proved);
  });

  it('says nothing of an item that was never ticked', () => {
    expect(withFinding(BODY, 'extend', finding('disproved', '2026-02-10T10:00:00Z'))).toBe(BODY);
  });

  it('leaves the box as a person set it until there is news', () => {
    const unticked = proved.replace('- [x] Extend', '- [ ] Extend');
    expect(withFinding(unticked, 'extend', finding('proved', '2026-02-13T10:00:00Z'))).toBe(unticked);
    const failed = withFinding(unticked, 'extend', finding('disproved', '2026-02-14T10:00:00Z'));
    expect(task(withFinding(failed, 'extend', finding('proved', '2026-02-15T10:00:00Z')), 'extend')?.ticked).toBe(true);
  });
});

it('boxes that a person set are found between two versions', () => {
  expect(boxesSet(BODY, BODY.replace('- [ ] Meeting', '- [x] Meeting'))).toEqual([{ id: 'meeting', ticked: true }]);
  expect(boxesSet(BODY, `${BODY}\nmore words`)).toEqual([]);
});

it('a person is named beside the box that they set, and the box stays', () => {
  const ticked = BODY.replace('- [ ] Meeting', '- [x] Meeting');
  const named = withFinding(ticked, 'meeting', finding('person', '2026-02-11T09:00:00Z', '👤 ticked by ann'));
  expect(task(named, 'meeting')).toMatchObject({ ticked: true, says: 'person' });
});
