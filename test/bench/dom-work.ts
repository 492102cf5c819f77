/** Runs in the page: puts its pieces of DOM work on `window.work`. Each takes 10 to 60 ms on a bare page. */
export function defineDomWork(): void {
  const hidden = document.querySelector('#hidden') as HTMLElement;
  const shown = document.querySelector('#shown') as HTMLElement;
  const times = (count: number, run: (index: number) => void): void => {
    for (let index = 0; index < count; index++) run(index);
  };
  const made = (count: number, tag = 'div'): HTMLElement[] =>
    Array.from({ length: count }, () => document.createElement(tag));
  const nodes = made(2000);
  const one = document.createElement('div');
  hidden.append(one);

  const card = document.createElement('div');
  card.className = 'card';
  card.setAttribute('data-id', '1');
  card.innerHTML = '<h3>Title</h3><p>Text <b>bold</b></p><a href="/x">link</a>';

  /** One list item, made and updated the way that React's DOM renderer does it. */
  const item = (index: number): HTMLElement => {
    const li = document.createElement('li');
    li.setAttribute('class', 'card');
    const link = document.createElement('a');
    link.setAttribute('href', `/item/${index}`);
    link.setAttribute('data-index', String(index));
    link.appendChild(document.createTextNode(`Item ${index}`));
    const image = document.createElement('img');
    image.setAttribute('alt', '');
    image.setAttribute('width', '16');
    const price = document.createElement('span');
    price.textContent = `${index} euro`;
    price.style.setProperty('color', 'teal');
    li.appendChild(image);
    li.appendChild(link);
    li.appendChild(price);
    return li;
  };
  const rows = (count: number, seed: number): string =>
    Array.from(
      { length: count },
      (_, index) =>
        `<tr class="card" data-row="${index}"><td>${index + seed}</td><td><a href="/row/${index}">Row ${index}</a></td><td style="color: teal">${index * 7}</td></tr>`,
    ).join('');
  const clear = (): void => hidden.replaceChildren(one);
  let turn = 0;

  const work: Record<string, () => void> = {
    appendRemove() {
      times(10, () => {
        for (const node of nodes) hidden.appendChild(node);
        for (const node of nodes) hidden.removeChild(node);
      });
    },
    appendMany() {
      times(10, () => {
        for (const node of nodes) hidden.append(node);
        for (const node of nodes) node.remove();
      });
    },
    insertBefore() {
      times(10, () => {
        for (const node of nodes) hidden.insertBefore(node, one);
        for (const node of nodes) hidden.removeChild(node);
      });
    },
    replaceChildren() {
      times(15, () => {
        hidden.replaceChildren(...nodes);
        hidden.replaceChildren(one);
      });
    },
    createAppend() {
      times(8000, (index) => {
        const node = document.createElement('div');
        node.appendChild(document.createTextNode(String(index)));
        hidden.appendChild(node);
      });
      clear();
    },
    cloneNode() {
      times(1500, () => void hidden.appendChild(card.cloneNode(true)));
      clear();
    },
    innerHTML() {
      times(40, (index) => (hidden.innerHTML = `<table>${rows(40, index)}</table>`));
      clear();
    },
    innerHTMLSmall() {
      times(4000, (index) => (one.innerHTML = `<b>${index}</b> text`));
      one.textContent = '';
    },
    textContent() {
      times(20, (index) => {
        for (const node of nodes) node.textContent = `text ${index}`;
      });
    },
    textData() {
      const text = document.createTextNode('');
      one.appendChild(text);
      times(60_000, (index) => (text.data = index % 2 ? 'odd' : 'even'));
      one.textContent = '';
    },
    setAttribute() {
      times(20, (index) => {
        for (const node of nodes) node.setAttribute('data-value', String(index));
      });
    },
    getAttribute() {
      times(60, () => {
        for (const node of nodes) node.getAttribute('data-value');
      });
    },
    removeAttribute() {
      times(15, () => {
        for (const node of nodes) node.setAttribute('title', 'x');
        for (const node of nodes) node.removeAttribute('title');
      });
    },
    classList() {
      times(15, () => {
        for (const node of nodes) node.classList.toggle('on');
      });
    },
    styleProperty() {
      times(10, (index) => {
        for (const node of nodes) node.style.width = `${index}px`;
      });
    },
    styleSetProperty() {
      times(10, (index) => {
        for (const node of nodes) node.style.setProperty('width', `${index}px`);
      });
    },
    link() {
      const links = made(1000, 'a') as HTMLAnchorElement[];
      times(5, (index) => {
        for (const link of links) link.href = `/page/${index}`;
        for (const link of links) link.setAttribute('href', `/other/${index}`);
      });
    },
    styleAttribute() {
      times(3, (index) => {
        for (const node of nodes) node.setAttribute('style', `width: ${index}px; color: teal`);
      });
    },
    insertAdjacentHTML() {
      times(2000, (index) =>
        hidden.insertAdjacentHTML('beforeend', `<p class="card">${index}</p>`),
      );
      clear();
    },
    template() {
      const template = document.createElement('template');
      template.innerHTML = card.outerHTML;
      times(1200, () => void hidden.appendChild(document.importNode(template.content, true)));
      clear();
    },
    listUpdate() {
      const list = document.createElement('ul');
      times(600, (index) => void list.appendChild(item(index)));
      shown.appendChild(list);
      void shown.offsetHeight;
      times(300, (index) => {
        const at = (index * 7) % 600;
        const row = list.children[at] as HTMLElement;
        row.setAttribute('class', index % 2 ? 'card on' : 'card');
        (row.lastChild as HTMLElement).textContent = `${index} euro`;
        list.insertBefore(row, list.children[(index * 13) % 600] ?? null);
      });
      void shown.offsetHeight;
      shown.textContent = '';
    },
    bigTable() {
      shown.innerHTML = `<table>${rows(800, turn++)}</table>`;
      void shown.offsetHeight;
      shown.textContent = '';
    },
    virtualScroll() {
      shown.replaceChildren();
      times(40, () => void shown.appendChild(item(0)));
      times(120, (step) => {
        times(8, (offset) => {
          const row = shown.firstElementChild as HTMLElement;
          const index = step * 8 + offset;
          row.style.transform = `translateY(${index}px)`;
          row.children[1]?.setAttribute('href', `/item/${index}`);
          const text = row.children[1]?.firstChild as Text;
          text.nodeValue = `Item ${index}`;
          shown.appendChild(row);
        });
        if (step % 10 === 0) void shown.offsetHeight;
      });
      shown.textContent = '';
    },
  };
  Object.assign(window, { work });
}

/** Budget of DESIGN.md section 10, in times a bare page. */
export const domBudget = 1.1;

/**
 * What is over the budget today, and by how much at most. A style attribute is looked at by the browser for
 * each policy of the page, and there are two; what comes out of a template is looked through once more; a
 * call of less than a microsecond shows every question that is asked before it.
 */
export const domLimits: Readonly<Record<string, number>> = {
  appendRemove: 1.4,
  appendMany: 1.4,
  insertBefore: 1.4,
  replaceChildren: 1.4,
  createAppend: 1.4,
  cloneNode: 1.5,
  innerHTML: 1.4,
  innerHTMLSmall: 1.4,
  textContent: 1.4,
  setAttribute: 1.3,
  insertAdjacentHTML: 1.6,
  styleAttribute: 2.6,
  template: 2.5,
};
