// The stream: articles as they are enriched, filtered, paused, drawn once a frame.
import { age, byId, element, headline, language, leading, link, offer, outlet, published, topicName } from './dom.js';
import { Rows } from './rows.js';

const MOST = 5000;
const events = []; // newest first: {id, record, …}
const arriving = [];
let paused = false;
let current = '';
let changed = false;

const list = new Rows(byId('articles'), (event) => {
  const { record } = event;
  const found = [leading(record.topics).map(topicName).join(', '),
    (record.entities ?? []).slice(0, 6).map((entity) => entity.name).join(', ')].filter(Boolean).join(' — ');
  return element('div', { class: 'row' },
    element('a', { href: link('article', record.uri), 'aria-current': record.uri === current ? 'true' : undefined },
      element('span', { class: 'headline', dir: 'auto', lang: language(record) }, headline(record)),
      element('span', { class: 'meta' }, meta(record)),
      element('span', { class: 'found' }, found)));
});

function meta(record) {
  return [outlet(record), language(record), age(published(record)), record.pubStatus === 'usable' ? '' : record.pubStatus]
    .filter(Boolean).join(' · ');
}

function fits({ record, haystack }) {
  const query = byId('query').value.trim().toLowerCase();
  const entity = byId('entity').value.trim().toLowerCase();
  return (!query || haystack.includes(query))
    && (!byId('outlet').value || outlet(record) === byId('outlet').value)
    && (!byId('language').value || language(record) === byId('language').value)
    && (!byId('topic').value || (record.topics ?? []).some((topic) => topic.code === byId('topic').value))
    && (!entity || (record.entities ?? []).some((each) => each.name.toLowerCase().includes(entity)));
}

export function take(event) {
  arriving.push(event);
  if (arriving.length > MOST) arriving.shift();
}

/** The latest version of an article that the page still has. */
export function held(uri) {
  return [...arriving].reverse().concat(events).find((event) => event.record.uri === uri);
}

/** Marks the article that is being read. */
export function mark(uri) {
  current = uri;
  for (const [event, row] of list.drawn) {
    const anchor = row.firstElementChild;
    event.record.uri === uri ? anchor.setAttribute('aria-current', 'true') : anchor.removeAttribute('aria-current');
  }
}

/** All that arrived since the last frame in one go: the page draws at its own pace, not at the stream's. */
function frame() {
  let added = 0;
  if (!paused && arriving.length) {
    const batch = arriving.splice(0).reverse();
    for (const event of batch) {
      const { record } = event;
      event.haystack = [headline(record), outlet(record), ...(record.topics ?? []).map(topicName),
        ...(record.entities ?? []).map((entity) => entity.name)].join(' ').toLowerCase();
      offer(byId('language'), language(record));
      offer(byId('outlet'), outlet(record));
      for (const topic of record.topics ?? []) offer(byId('topic'), topic.code, topicName(topic));
      added += fits(event);
    }
    for (const entity of batch[0].record.entities ?? []) suggest(entity.name);
    events.unshift(...batch);
    events.length = Math.min(events.length, MOST);
    changed = true;
  }
  if (changed) {
    changed = false;
    const shown = events.filter(fits);
    list.set(shown, added);
    byId('empty').hidden = shown.length > 0;
    byId('empty').textContent = events.length ? 'None of the articles kept here fits.'
      : 'No article yet. They appear here as they are enriched.';
  }
  byId('held').textContent = paused && arriving.length ? `${arriving.length} waiting` : '';
  requestAnimationFrame(frame);
}

function suggest(name) {
  const names = byId('entities');
  if ([...names.children].some((option) => option.value === name)) return;
  names.prepend(element('option', { value: name }));
  if (names.children.length > 50) names.lastElementChild.remove();
}

for (const control of ['query', 'outlet', 'topic', 'entity', 'language']) {
  byId(control).addEventListener('input', () => { changed = true; });
}
byId('filters').addEventListener('submit', (event) => event.preventDefault());
byId('pause').addEventListener('click', () => {
  paused = !paused;
  byId('pause').setAttribute('aria-pressed', String(paused));
  byId('pause').textContent = paused ? 'Go on' : 'Pause';
});
setInterval(() => {
  for (const [event, row] of list.drawn) row.querySelector('.meta').textContent = meta(event.record);
}, 5000);
requestAnimationFrame(frame);
