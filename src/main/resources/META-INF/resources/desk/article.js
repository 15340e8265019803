// One article with its annotations in place.
import { clock, element, headline, language, link, outlet, published, topicName, when } from './dom.js';

const hidden = new Set();

const kindOf = (annotation) => (annotation.kind === 'entity' ? annotation.type ?? 'misc' : annotation.kind);

/** Cuts the text wherever an annotation starts or ends; offsets are code points, strings are UTF-16. */
function segments(text, annotations) {
  const points = Array.from(text);
  const cuts = [...new Set([0, points.length, ...annotations.flatMap((each) => [each.start, each.end])])]
    .sort((a, b) => a - b);
  const byStart = [...annotations].sort((a, b) => a.start - b.start);
  let open = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, i) => {
    open = open.filter((each) => each.end > start);
    while (next < byStart.length && byStart[next].start <= start) open.push(byStart[next++]);
    return { text: points.slice(start, cuts[i + 1]).join(''), over: [...open] };
  });
}

/** A detail as a reader reads it. */
function shown(name, value) {
  if (name === 'by') return `${value.stage}, ${value.model} ${value.version}`;
  if (name === 'chain') return value.map((each) => `${each.role} ${each.name ?? each.exact}`).join(' ← ');
  if (name === 'speaker') return value.name ?? value.exact;
  if (name === 'cue') return `${value.exact} (${value.class})`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The sentence around a stretch of an article's text, the stretch marked. */
export function excerpt(record, start, end) {
  const [from, to] = (record.sentences ?? []).find(([first, last]) => first <= start && end <= last) ?? [start, end];
  const points = Array.from(record.text ?? '');
  const cut = (a, b) => points.slice(a, b).join('');
  return [cut(from, start), element('mark', {}, cut(start, end)), cut(end, to)];
}

/** Wikidata's ids of things are written with http; its pages answer over https too. */
function linked(uri) {
  const id = uri.replace(/^http:\/\/www\.wikidata\.org\//, 'https://www.wikidata.org/');
  return /^https:\/\//.test(id) ? element('a', { href: id, rel: 'noopener noreferrer' }, id) : id;
}

function detail(panel, annotations, record) {
  panel.replaceChildren();
  for (const annotation of annotations) {
    for (const [name, value] of Object.entries(annotation)) {
      panel.append(element('dt', {}, name), element('dd', {}, shown(name, value)));
    }
    const entity = (record.entities ?? []).find((each) => each.id === annotation.entity);
    if (entity?.country) panel.append(element('dt', {}, 'country'), element('dd', {}, entity.country));
    if (entity?.coordinates) {
      panel.append(element('dt', {}, 'coordinates'), element('dd', {}, `${entity.coordinates.lat}, ${entity.coordinates.lon}`));
    }
    for (const each of entity?.links ?? []) panel.append(element('dt', {}, each.scheme), element('dd', {}, linked(each.uri ?? each.id)));
  }
  panel.hidden = annotations.length === 0;
}

function body(record, panel) {
  const shown = (record.annotations ?? []).filter((each) => !hidden.has(kindOf(each)));
  const text = element('div', { id: 'body', dir: 'auto', lang: record.detectedLanguage?.tag ?? '' });
  for (const segment of segments(record.text ?? '', shown)) {
    if (segment.over.length === 0) {
      text.append(segment.text);
      continue;
    }
    const kinds = [...new Set(segment.over.map(kindOf))];
    const mark = element('span', {
      'data-kinds': kinds.join(' '), role: 'button', tabindex: '0', class: kinds.filter((kind) => /^[a-z]+$/.test(kind)).join(' '),
      title: segment.over.map((each) => `${kindOf(each)} ${each.confidence}`).join(', '),
    }, segment.text);
    const show = () => detail(panel, segment.over, record);
    mark.addEventListener('click', show);
    mark.addEventListener('focus', show);
    mark.addEventListener('mouseenter', show);
    text.append(mark);
  }
  return text;
}

/** Draws an enriched article into a place of the page. */
export function draw(place, record, coordinates) {
  if (record.text === undefined) {
    place.replaceChildren(element('pre', { tabindex: '0' }, JSON.stringify(record, null, 2)));
    return;
  }
  const kinds = [...new Set((record.annotations ?? []).map(kindOf))].sort();
  const panel = element('dl', { id: 'detail', 'aria-live': 'polite', tabindex: '0', 'aria-label': 'Annotation' });
  panel.hidden = true;
  const toggles = element('fieldset', { id: 'kinds', 'aria-label': 'Annotations shown' });
  for (const kind of kinds) {
    const box = element('input', { type: 'checkbox' });
    box.checked = !hidden.has(kind);
    box.addEventListener('change', () => {
      box.checked ? hidden.delete(kind) : hidden.add(kind);
      place.querySelector('#body').replaceWith(body(record, panel));
    });
    toggles.append(element('label', {}, box, kind));
  }
  const facts = [outlet(record), language(record), coordinates].filter(Boolean).join(' · ');
  const missing = (record.incomplete ?? []).map((each) => `without ${each.stage}: ${each.reason}`).join(', ');
  const raw = element('details', {}, element('summary', {}, 'Raw record'));
  raw.addEventListener('toggle', () => {
    if (raw.open && !raw.querySelector('pre')) {
      raw.append(element('pre', { tabindex: '0' }, JSON.stringify(record, null, 2)));
    }
  });
  const copy = element('button', { type: 'button' }, 'Copy link');
  copy.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(new URL(link('article', record.uri), location.href).href);
    copy.textContent = 'Copied';
  });
  const story = element('span');
  fetch(`api/articles/${encodeURIComponent(record.uri)}/story`).then(async (answer) => {
    if (!answer.ok) return;
    const its = await answer.json();
    story.replaceChildren(element('a', { href: link('story', its.story) }, 'Story'),
      its.duplicateOf ? element('a', { href: link('article', its.duplicateOf) }, ` · ${its.duplicateKind} copy of ${its.duplicateOf}`) : '');
  }).catch(() => {});
  const time = published(record);
  place.replaceChildren(
    element('p', { class: 'meta', dir: 'auto', 'aria-label': headline(record) }, facts, time ? element('span', { title: clock(time) }, ' · ', when(time)) : ''),
    element('ul', { class: 'tags' }, ...(record.topics ?? []).map((topic) => element('li', { title: topic.code }, `${topicName(topic)} ${topic.score}`))),
    toggles, body(record, panel), panel,
    missing ? element('p', { class: 'note' }, missing) : '',
    element('p', { class: 'actions' }, story, copy), raw);
}
