// Stories: the front page, and one story with its timeline, who is quoted, where, and what the outlets tell differently.
import { age, byId, clock, element, leading, link, offer, topicName, when } from './dom.js';
import { excerpt } from './article.js';

const MOST = 400;
const stories = new Map();
const changes = new Map(); // story → its steps, oldest first
let current;
let changed = false;

export function take(story) {
  stories.delete(story.id);
  if (story.state === 'open') stories.set(story.id, story);
  if (stories.size > MOST) stories.delete(stories.keys().next().value);
  for (const topic of story.topics) offer(byId('story-topic'), topic.code, topicName(topic));
  changed = true;
}

export function step(change) {
  const steps = changes.get(change.story) ?? [];
  steps.push(change);
  changes.delete(change.story);
  changes.set(change.story, steps);
  if (changes.size > MOST) changes.delete(changes.keys().next().value);
}

/** What the service has, for stories that grew before the page was opened. */
export async function load() {
  try {
    const answer = await fetch('api/stories?limit=200');
    if (!answer.ok) return;
    for (const story of (await answer.json()).stories.reverse()) if (!stories.has(story.id)) take(story);
  } catch { /* The feed brings them as they grow. */ }
}

const plural = (count, one, many = one + 's') => `${count} ${count === 1 ? one : many}`;

function front() {
  const order = byId('story-order').value;
  const topic = byId('story-topic').value;
  const least = Number(byId('story-size').value);
  const shown = [...stories.values()]
    .filter((story) => story.size >= least && (!topic || story.topics.some((each) => each.code === topic)))
    .sort((a, b) => (order === 'lastSeen' ? b.lastSeen.localeCompare(a.lastSeen) : b[order] - a[order] || b.lastSeen.localeCompare(a.lastSeen)))
    .slice(0, 60);
  byId('front').replaceChildren(...shown.map((story) => element('li', {},
    element('a', { href: link('story', story.id), 'aria-current': story.id === current ? 'true' : undefined },
      element('span', { class: 'headline', dir: 'auto', lang: story.language }, story.headline.text || story.headline.articleUri),
      element('span', { class: 'meta' }, [plural(story.size, 'article'), plural(story.outlets.length, 'outlet'),
        `${story.velocity.toFixed(1)} an hour`, story.language, age(story.lastSeen)].join(' · ')),
      element('span', { class: 'found' }, [leading(story.topics).map(topicName).join(', '),
        story.entities.slice(0, 5).map((each) => each.name).join(', ')].filter(Boolean).join(' — '))))));
  byId('no-story').hidden = shown.length > 0;
}

/** Outlets down, time across, a dot for each article. */
function timeline(story) {
  const first = Date.parse(story.firstSeen);
  const span = Math.max(1, Date.parse(story.lastSeen) - first);
  const byOutlet = Map.groupBy ? Map.groupBy(story.members, (member) => member.outlet ?? 'unnamed')
    : story.members.reduce((map, member) => map.set(member.outlet ?? 'unnamed', [...(map.get(member.outlet ?? 'unnamed') ?? []), member]), new Map());
  const rows = [...byOutlet].sort((a, b) => b[1].length - a[1].length).slice(0, 15).map(([name, members]) => {
    const dots = members.map((member) => element('a', {
      href: link('article', member.articleUri), class: member.duplicateOf ? 'dot copy' : 'dot',
      title: `${clock(member.publishedAt)}: ${member.headline ?? ''}`, 'aria-label': `${member.headline ?? member.articleUri}, ${clock(member.publishedAt)}`,
      'data-at': ((Date.parse(member.publishedAt) - first) / span).toFixed(4),
    }));
    for (const dot of dots) dot.style.insetInlineStart = `calc(${dot.dataset.at} * (100% - .7rem))`;
    return element('div', { class: 'lane' }, element('span', { class: 'name' }, name), element('span', { class: 'track' }, ...dots));
  });
  return element('div', { class: 'timeline' }, ...rows,
    element('div', { class: 'lane scale' }, element('span'), element('span', {}, clock(story.firstSeen), ' – ', clock(story.lastSeen))));
}

/** Copies stand folded under what they copy. */
function members(story) {
  const copies = new Map();
  for (const member of story.members) {
    if (member.duplicateOf) copies.set(member.duplicateOf, [...(copies.get(member.duplicateOf) ?? []), member]);
  }
  const listed = new Set(story.members.map((member) => member.articleUri));
  const line = (member) => element('span', {},
    element('a', { href: link('article', member.articleUri), dir: 'auto' }, member.headline ?? member.articleUri),
    element('span', { class: 'meta' }, ` ${member.outlet ?? ''} · `, when(member.publishedAt)));
  return element('ul', { class: 'members' }, ...story.members
    .filter((member) => !member.duplicateOf || !listed.has(member.duplicateOf))
    .map((member) => {
      const same = copies.get(member.articleUri) ?? [];
      return element('li', {}, line(member), same.length
        ? element('details', {}, element('summary', {}, plural(same.length, 'near-duplicate')), element('ul', {}, ...same.map((copy) => element('li', {}, line(copy)))))
        : undefined);
    }));
}

async function articleOf(uri, held) {
  const known = held(uri);
  if (known) return known.record;
  try {
    const answer = await fetch(`api/desk/articles/${encodeURIComponent(uri)}`);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

async function side(account, held) {
  const record = await articleOf(account.articleUri, held);
  return element('blockquote', {},
    element('p', { dir: 'auto' }, ...(record ? excerpt(record, account.start, account.end) : [element('mark', {}, account.exact)])),
    element('footer', {}, element('a', { href: link('article', account.articleUri) }, account.outlet ?? account.articleUri), ` · ${account.value}`));
}

async function deltas(story, held) {
  const steps = (changes.get(story.id) ?? []).filter((each) => each.change === 'delta');
  if (!steps.length) return undefined;
  const pairs = await Promise.all(steps.slice(-20).map(async (each) => element('div', { class: 'delta' },
    await side(each.earlier, held), await side(each.later, held))));
  return element('section', {}, element('h3', {}, 'Where the accounts differ'), ...pairs);
}

async function quoted(story, held) {
  const records = await Promise.all(story.members.slice(0, 30).map((member) => articleOf(member.articleUri, held)));
  const speakers = new Map();
  for (const record of records.filter(Boolean)) {
    for (const quote of (record.annotations ?? []).filter((each) => each.kind === 'quote' && each.speaker)) {
      const name = quote.speaker.name ?? quote.speaker.exact;
      if (!speakers.has(name)) speakers.set(name, []);
      speakers.get(name).push({ quote, record });
    }
  }
  if (!speakers.size) return undefined;
  const said = [...speakers].sort((a, b) => b[1].length - a[1].length).slice(0, 8).map(([name, quotes]) => element('li', {},
    element('strong', {}, name), ` ${quotes.length > 1 ? `(${quotes.length}) ` : ''}`,
    element('a', { href: link('article', quotes[0].record.uri), class: 'said', dir: 'auto' }, quotes[0].quote.exact)));
  return element('section', {}, element('h3', {}, 'Who is quoted'), element('ul', { class: 'quoted' }, ...said));
}

function tags(title, names) {
  return names.length ? element('section', {}, element('h3', {}, title),
    element('ul', { class: 'tags' }, ...names.map((name) => element('li', {}, name)))) : undefined;
}

/** @param held looks up an article that the page has */
export async function open(place, id, held) {
  current = id;
  changed = true;
  const answer = await fetch(`api/stories/${encodeURIComponent(id)}`).catch(() => undefined);
  const story = answer?.ok ? await answer.json() : stories.get(id);
  if (current !== id) return;
  if (!story) {
    place.replaceChildren(element('p', {}, answer?.status === 503 ? 'The stories are moving between instances; try again in a moment.'
      : 'There is no such story, or it is older than the window.'));
    return;
  }
  place.replaceChildren(
    element('h2', { dir: 'auto', lang: story.language }, story.headline.text || story.headline.articleUri),
    element('p', { class: 'meta' }, [plural(story.size, 'article'), plural(story.outlets.length, 'outlet'),
      `${story.velocity.toFixed(1)} an hour`, story.state].join(' · '), ' · since ', when(story.firstSeen)),
    element('h3', {}, 'Timeline by outlet'), timeline(story));
  const [differ, speakers] = await Promise.all([deltas(story, held), quoted(story, held)]);
  if (current !== id) return;
  const where = story.entities.filter((each) => each.type === 'location').map((each) => each.name);
  const who = story.entities.filter((each) => each.type !== 'location').map((each) => each.name);
  place.append(...[differ, speakers, tags('Where', where), tags('Who and what', who),
    tags('Topics', story.topics.map(topicName))].filter(Boolean),
  element('h3', {}, 'Articles'), members(story),
  element('p', { class: 'meta' }, story.id));
}

export function leave() {
  current = undefined;
  changed = true;
}

for (const control of ['story-order', 'story-topic', 'story-size']) byId(control).addEventListener('input', front);
byId('story-filters').addEventListener('submit', (event) => event.preventDefault());
setInterval(() => {
  if (!changed || byId('stories').hidden) return;
  changed = false;
  front();
}, 500);
