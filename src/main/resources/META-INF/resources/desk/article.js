// One article with its annotations in place.
const hidden = new Set();

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

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

function detail(panel, annotations) {
  panel.replaceChildren();
  for (const annotation of annotations) {
    for (const [name, value] of Object.entries(annotation)) {
      panel.append(element('dt', {}, name),
        element('dd', {}, typeof value === 'object' ? JSON.stringify(value) : String(value)));
    }
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
    const show = () => detail(panel, segment.over);
    mark.addEventListener('click', show);
    mark.addEventListener('focus', show);
    mark.addEventListener('mouseenter', show);
    text.append(mark);
  }
  return text;
}

/** Draws a record of the feed into a place of the page. */
export function draw(place, record, coordinates) {
  if (record['dead-letter-code'] || record.text === undefined) {
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
  const facts = [coordinates, ...(record.topics ?? []).map((topic) => `${topic.label} ${topic.score}`),
    ...(record.incomplete ?? []).map((missing) => `without ${missing.stage}: ${missing.reason}`)].filter(Boolean);
  const raw = element('details', {}, element('summary', {}, 'Raw record'));
  raw.addEventListener('toggle', () => {
    if (raw.open && !raw.querySelector('pre')) {
      raw.append(element('pre', { tabindex: '0' }, JSON.stringify(record, null, 2)));
    }
  });
  place.replaceChildren(toggles, body(record, panel), panel, element('p', { class: 'meta' }, facts.join(' · ')), raw);
}
