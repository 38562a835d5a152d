/** The widget's drawings: one stroked path each, on a grid of 24 units. */

const PATHS = {
  ask: 'M5 12h13M12.5 6l6 6-6 6',
  stop: 'M7.5 7.5h9v9h-9z',
  retry: 'M19 12a7 7 0 1 1-2.2-5.1M19.5 4v4h-4',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  markdown: 'M3 6h18v12H3zM6.5 15V9l2.5 3 2.5-3v6M16.5 9v6m-2-2 2 2 2-2',
  share:
    'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3',
  clear: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10 11v5M14 11v5',
  close: 'M6 6l12 12M18 6L6 18',
  chat: 'M4 5h16v11.5h-8.5L7 20.5v-4H4zM8 9.5h8M8 12.5h5',
  check: 'M5 12.5l4.5 4.5L19 7',
  open: 'M9 5H5v14h14v-4M13 5h6v6M19 5l-8 8',
  helpful:
    'M8 11v8.5H4.5V11zM8 11l3.5-7c1.5 0 2.5 1 2.2 2.6L13.2 10H19c1 0 1.6.9 1.4 1.8l-1.3 6.3c-.2.9-.9 1.4-1.7 1.4H8',
  notHelpful:
    'M16 13V4.5h3.5V13zM16 13l-3.5 7c-1.5 0-2.5-1-2.2-2.6l.5-3.4H5c-1 0-1.6-.9-1.4-1.8l1.3-6.3c.2-.9.9-1.4 1.7-1.4H16',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** Always beside or under a text that says the same, hence hidden from assistive technology. */
export function createIcon(name: IconName): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  icon.setAttribute('class', `icon icon-${name}`);
  icon.append(path);
  return icon;
}
