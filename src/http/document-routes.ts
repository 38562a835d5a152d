/** Documents, interface texts, suggestions and feedback as JSON. */
import { z } from 'zod';
import type { LibraryDocument } from '../index/library.ts';
import { MESSAGE_LANGUAGES, messageLanguageFor, messagesFor, textDirection } from '../language/messages.ts';
import { requestLanguage, type App, type AppOptions } from './app-options.ts';
import { presentDocument, presentSummary } from './present.ts';
import { quoted, RequestProblem } from './problem.ts';
import type { Service } from './service.ts';

const Feedback = z.object({ id: z.uuid(), helpful: z.boolean() });

export function addDocumentRoutes(app: App, { service, onFeedback }: AppOptions): void {
  app.get('/documents', (context) =>
    context.json({ documents: [...service.library.documents.values()].map(presentSummary) }),
  );
  app.get('/documents/:id', (context) =>
    context.json(presentDocument(findDocument(service, context.req.param('id')), service.library)),
  );
  app.get('/messages', (context) => context.json({ languages: MESSAGE_LANGUAGES }));
  app.get('/messages/:language', (context) => {
    const language = messageLanguageFor(context.req.param('language'));
    context.header('Cache-Control', 'public, max-age=3600');
    return context.json({ language, direction: textDirection(language), messages: messagesFor(language) });
  });
  app.get('/suggestions', (context) => {
    const documents = context.req.query('documents')?.split(',').filter(Boolean);
    const language = requestLanguage(context, service);
    return context.json({ suggestions: service.suggest(language, documents ? { documents } : {}) });
  });
  if (!onFeedback) return;
  app.post('/feedback', async (context) => {
    const parsed = Feedback.safeParse(await context.req.json().catch(() => null));
    if (!parsed.success) {
      const values = {
        field: 'id, helpful',
        value: quoted(parsed.error.issues[0]?.path ?? ''),
        limit: 'UUID, boolean',
      };
      throw new RequestProblem({ status: 422, key: 'error.field', values, field: 'id' });
    }
    await onFeedback(parsed.data);
    return context.body(null, 204);
  });
}

/** @throws {RequestProblem} 404 that quotes the id. */
export function findDocument(service: Service, id: string): LibraryDocument {
  const document = service.library.documents.get(id);
  if (document) return document;
  throw new RequestProblem({ status: 404, key: 'error.unknownDocument', values: { value: quoted(id) } });
}
