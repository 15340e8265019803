// A list of any length of which only the rows in sight exist, all of one height.

const MARGIN = 4;

export class Rows {
  /** @param draw fills a row's element for an item */
  constructor(place, draw) {
    this.place = place;
    this.draw = draw;
    this.items = [];
    this.inner = document.createElement('div');
    this.inner.className = 'inner';
    place.append(this.inner);
    this.drawn = new Map(); // item → element
    place.addEventListener('scroll', () => this.show(), { passive: true });
    new ResizeObserver(() => this.show()).observe(place);
  }

  get height() {
    this.measured ??= Number.parseFloat(getComputedStyle(this.place).getPropertyValue('--row')) *
      Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return this.measured;
  }

  /** @param added how many of the items are new at the top: whoever has scrolled down keeps what they read in place */
  set(items, added = 0) {
    this.items = items;
    this.inner.style.height = `${items.length * this.height}px`;
    if (added && this.place.scrollTop > this.height / 2) this.place.scrollTop += added * this.height;
    this.show();
  }

  show() {
    const first = Math.max(0, Math.floor(this.place.scrollTop / this.height) - MARGIN);
    const last = Math.min(this.items.length,
      Math.ceil((this.place.scrollTop + this.place.clientHeight) / this.height) + MARGIN);
    const wanted = new Set(this.items.slice(first, last));
    for (const [item, row] of this.drawn) {
      if (!wanted.has(item)) {
        row.remove();
        this.drawn.delete(item);
      }
    }
    for (let i = first; i < last; i++) {
      const item = this.items[i];
      let row = this.drawn.get(item);
      if (!row) {
        row = this.draw(item);
        row.setAttribute('role', 'listitem');
        this.drawn.set(item, row);
        this.inner.append(row);
      }
      row.style.transform = `translateY(${i * this.height}px)`;
      row.setAttribute('aria-posinset', i + 1);
      row.setAttribute('aria-setsize', this.items.length);
    }
  }
}
