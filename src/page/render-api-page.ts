/** `/docs`: the HTTP API for people, made from its OpenAPI description; needs no script. */
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-view.ts';
import { renderLayout, renderSiteBar } from './render-layout.ts';

/** The parts of an OpenAPI description that the page shows. */
export interface ApiDescription {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths?: object;
  readonly components?: { readonly schemas?: object };
}

interface Operation {
  readonly summary?: string;
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

const EXAMPLE = `curl -s http://localhost:8787/ask \\
  -H 'Content-Type: application/json' \\
  -d '{"question": "How many volunteers were chosen?"}'`;

export function renderApiPage(api: ApiDescription, context: PageContext): string {
  const operations = Object.entries(api.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) =>
      renderOperation(path, method, operation),
    ),
  );
  const schemas = Object.entries(api.components?.schemas ?? {}).map(([name, schema]) =>
    renderSchema(name, schema),
  );
  return renderLayout(context, {
    title: `API · ${api.info.title}`,
    description: api.info.description ?? null,
    path: '/docs',
    head: [],
    bodyClass: 'api',
    body: html`${renderSiteBar(html`<nav><a href="/openapi.json">openapi.json</a></nav>`)}
      <main lang="en" dir="ltr">
        <h1>${api.info.title} API</h1>
        <p>${api.info.description ?? ''}</p>
        <pre tabindex="0"><code>${EXAMPLE}</code></pre>
        ${operations}
        <h2>Schemas</h2>
        ${schemas}
      </main>`,
  });
}

function renderOperation(path: string, method: string, operation: Operation): Markup {
  const responses = Object.entries(operation.responses ?? {});
  return html`<section>
    <h2><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${operation.summary ?? ''}</p>
    <ul>
      ${responses.map(([status, response]) => html`<li><code>${status}</code> ${response.description ?? ''}</li>`)}
    </ul>
  </section>`;
}

function renderSchema(name: string, schema: unknown): Markup {
  return html`<details>
    <summary><code>${name}</code></summary>
    <pre tabindex="0"><code>${JSON.stringify(schema, null, 2)}</code></pre>
  </details>`;
}
