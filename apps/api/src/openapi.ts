import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { type FastifyInstance } from 'fastify';

/** Closes every object: what is not described is refused on the way in and never sent on the way out. */
function closeSchemas(document: OpenAPIObject): OpenAPIObject {
  for (const schema of Object.values(document.components?.schemas ?? {}) as Record<string, unknown>[]) {
    if (schema['type'] === 'object') schema['additionalProperties'] = false;
  }
  const problem = document.components?.schemas?.['ProblemResponse'] as Record<string, unknown> | undefined;
  if (problem) problem['additionalProperties'] = true; // RFC 9457 extension members
  return document;
}

/** The document for the members' own clients (portal and companion). */
export function memberDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Onlinefiliale: member API')
    .setDescription(
      'What the portal and the companion call. Refusals are RFC 9457 problem details with a stable `code`; `detail` follows Accept-Language (de, en).',
    )
    .setVersion('1')
    .addCookieAuth('of_session', { type: 'apiKey', in: 'cookie' })
    .build();
  return closeSchemas(SwaggerModule.createDocument(app, settings));
}

/** Serves the documents and the explorer. The explorer's own scripts and styles need a policy of their own. */
export function serveExplorer(app: INestApplication): void {
  const document = memberDocument(app);
  const server = app.getHttpAdapter().getInstance() as FastifyInstance;
  server.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/docs')) return;
    reply.header(
      'content-security-policy',
      "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    );
  });
  server.get('/openapi/member.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
  SwaggerModule.setup('docs', app, document, {
    customSiteTitle: 'Onlinefiliale – API',
    swaggerOptions: { urls: [{ url: '/openapi/member.json', name: 'Member' }] },
    explorer: true,
  });
}
