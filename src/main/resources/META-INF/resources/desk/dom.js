// Small pieces that every view uses. Whatever comes from a record reaches the page as text only, never as markup.

export const byId = (id) => document.getElementById(id);

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** As plain text: the sender's own may hold markup. */
export function headline(record) {
  const part = record.textParts?.find((each) => each.role === 'headline');
  const end = part ? part.end : 120;
  return record.text ? Array.from(record.text.slice(0, 2 * end)).slice(part?.start ?? 0, end).join('') : record.uri ?? '';
}

export const language = (record) => record.detectedLanguage?.tag ?? record.language ?? '';
export const outlet = (record) => record.infoSources?.[0]?.name ?? '';
/** A Media Topic by its label; one of the operator's own with the name of its scheme before it. */
export const topicName = ({ code, label }) => (code.startsWith('medtop:') || !code.includes(':') ? label : `${code.split(':')[0]}: ${label}`);

/** The first Media Topics, then the first of other schemes. */
export const leading = (topics = []) => {
  const own = topics.filter((topic) => !topic.code.startsWith('medtop:'));
  return [...topics.filter((topic) => topic.code.startsWith('medtop:')).slice(0, 3), ...own.slice(0, 3)];
};

export const published = (record) => record.versionCreated ?? record.firstCreated;

const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'narrow' });

/** How long ago, or in how long. */
export function age(time) {
  if (!time) return '';
  const seconds = Math.round((Date.parse(time) - Date.now()) / 1000);
  if (!Number.isFinite(seconds)) return '';
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? UNITS.at(-1);
  return relative.format(Math.trunc(seconds / length), unit);
}

export const clock = (time) => new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export function when(time) {
  return element('time', { datetime: time, title: clock(time) }, age(time));
}

/** Adds a choice to a select, once. */
export function offer(select, value, label = value, most = 300) {
  select.known ??= new Set();
  if (!value || select.known.has(value) || select.known.size >= most) return;
  select.known.add(value);
  const option = element('option', { value }, label);
  const after = [...select.options].slice(1).find((each) => each.textContent.localeCompare(label) > 0);
  select.insertBefore(option, after ?? null);
}

/** A page's own address for an article or a story. */
export const link = (kind, id) => `#/${kind}/${encodeURIComponent(id)}`;
