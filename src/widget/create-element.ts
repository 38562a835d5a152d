/** Builds elements whose text can only ever be text: nothing here parses a string as markup. */

export type Child = Node | string | null;
export type Attributes = Readonly<Record<string, string | boolean | null>>;

/** An attribute that is null or false is left out; true stands for the empty string. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value))
      element.setAttribute(name, value === true ? '' : value);
  }
}

const keys = new WeakMap<Element, string>();

/**
 * Makes the children of `parent` stand for `items`. A child whose key did not change stays the same node,
 * so that focus, selection and open details survive a stream of updates.
 */
export function syncChildren<Item>(
  parent: Element,
  items: readonly Item[],
  keyOf: (item: Item, index: number) => string,
  create: (item: Item, index: number) => Element,
): void {
  items.forEach((item, index) => {
    const key = keyOf(item, index);
    const present = parent.children[index];
    if (present !== undefined && keys.get(present) === key) return;
    const fresh = create(item, index);
    keys.set(fresh, key);
    if (present === undefined) parent.append(fresh);
    else present.replaceWith(fresh);
  });
  while (parent.children.length > items.length) parent.lastElementChild?.remove();
}
