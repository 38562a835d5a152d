/** `/openapi.json` and `/docs`: the contract's schemas, described once. */
import type { ZodType } from 'zod';
import { pageContext, type App, type AppOptions } from './app-options.ts';
import {
  AskRequest,
  AskResponse,
  DocumentDetail,
  DocumentList,
  Health,
  MessageCatalogue,
  Problem,
} from './contract.ts';
import { renderApiPage } from '../page/render-api-page.ts';

const INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Lectern',
    version: '1.0.0',
    description:
      'Questions about transcripts, answered in the language of the question with verbatim, located quotations.',
  },
};

function json(
  schema: ZodType,
  description: string,
): { description: string; content: { 'application/json': { schema: ZodType } } } {
  return { description, content: { 'application/json': { schema } } };
}

function problem(description: string): {
  description: string;
  content: { 'application/problem+json': { schema: ZodType } };
} {
  return { description, content: { 'application/problem+json': { schema: Problem } } };
}

export function describeApi(app: App, options: AppOptions): void {
  const { openAPIRegistry: registry } = app;
  const path = (name: string): { name: string; in: 'path'; required: true; schema: { type: 'string' } } => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  });
  registry.registerPath({
    method: 'post',
    path: '/ask',
    summary: 'Ask a question; with "stream": true the answer comes as server-sent events',
    request: { body: { required: true, content: { 'application/json': { schema: AskRequest } } } },
    responses: {
      200: {
        description: 'An answer, or an abstention',
        content: {
          'application/json': { schema: AskResponse },
          'text/event-stream': { schema: { type: 'string' } },
        },
      },
      400: problem('The body is not a JSON object'),
      413: problem('The body is too large'),
      422: problem('A field is not acceptable'),
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/documents',
    summary: 'All documents',
    responses: { 200: json(DocumentList, 'Documents') },
  });
  registry.registerPath({
    method: 'get',
    path: '/documents/{id}',
    summary: 'Text, turns and passages of a document; offsets of citations refer to this text',
    parameters: [path('id')],
    responses: { 200: json(DocumentDetail, 'The document'), 404: problem('No such document') },
  });
  registry.registerPath({
    method: 'get',
    path: '/messages/{language}',
    summary: 'Interface texts',
    parameters: [path('language')],
    responses: { 200: json(MessageCatalogue, 'Texts by key') },
  });
  registry.registerPath({
    method: 'get',
    path: '/healthz',
    summary: 'Whether answers can be given',
    responses: { 200: json(Health, 'Ready'), 503: json(Health, 'Not ready') },
  });
  app.doc31('/openapi.json', INFO);
  app.get('/docs', (context) =>
    context.html(renderApiPage(app.getOpenAPI31Document(INFO), pageContext(context, options))),
  );
}
