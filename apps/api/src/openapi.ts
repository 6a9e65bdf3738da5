import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { type FastifyInstance } from 'fastify';

/** Who reads a document: members' clients, partner systems, operators. A route belongs to an audience by its tags. */
const audiences = {
  member: {
    title: 'Onlinefiliale: member API',
    description:
      'What the portal calls. Refusals are RFC 9457 problem details with a stable `code`; `detail` follows Accept-Language (de, en).',
    tags: ['Public', 'Session', 'Me', 'Device', 'Insured persons'],
  },
  partner: {
    title: 'Onlinefiliale: partner API',
    description: 'What core insurance system, print provider, claims handling and bank call. It has no calls yet.',
    tags: ['Partner'],
  },
  ops: {
    title: 'Onlinefiliale: operators’ API',
    description: 'What operators and their monitoring call.',
    tags: ['Operations'],
  },
} as const;

export type Audience = keyof typeof audiences;

/** Closes every object: what is not described is refused on the way in and never sent on the way out. */
function closeSchemas(document: OpenAPIObject): OpenAPIObject {
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    if (!('type' in schema) || schema.type !== 'object') continue;
    // Problem details may carry extension members (RFC 9457).
    schema.additionalProperties = name === 'ProblemResponse';
  }
  return document;
}

/** Paths of one audience, and the schemas they mention, directly or through other schemas. */
function select(whole: OpenAPIObject, audience: Audience): OpenAPIObject {
  const { title, description, tags } = audiences[audience];
  const belongs = (operation: { tags?: string[] }) => operation.tags?.some((tag) => tags.some((own) => own === tag));
  const paths = Object.fromEntries(
    Object.entries(whole.paths).filter(([, item]) => Object.values(item as object).some(belongs)),
  );
  const known = whole.components?.schemas ?? {};
  const wanted = new Set<string>();
  const collect = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (!name || wanted.has(name)) continue;
      wanted.add(name);
      collect(known[name]);
    }
  };
  collect(paths);
  const schemas = Object.fromEntries(Object.entries(known).filter(([name]) => wanted.has(name)));
  return { ...whole, info: { ...whole.info, title, description }, paths, components: { ...whole.components, schemas } };
}

/** The OpenAPI documents of all audiences. */
export function documents(app: INestApplication): Record<Audience, OpenAPIObject> {
  const settings = new DocumentBuilder()
    .setVersion('1')
    .addCookieAuth('of_session', { type: 'apiKey', in: 'cookie', name: 'of_session' })
    .build();
  const whole = closeSchemas(SwaggerModule.createDocument(app, settings));
  return { member: select(whole, 'member'), partner: select(whole, 'partner'), ops: select(whole, 'ops') };
}

/** Serves the documents and one explorer for all of them. The explorer's scripts and styles need a policy of their own. */
export function serveExplorer(app: INestApplication): void {
  const server = app.getHttpAdapter().getInstance() as FastifyInstance;
  const all = documents(app);
  for (const [audience, document] of Object.entries(all)) {
    server.get(`/openapi/${audience}.json`, (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(document),
    );
  }
  server.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/docs')) return;
    reply.header(
      'content-security-policy',
      "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "connect-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    );
  });
  SwaggerModule.setup('docs', app, all.member, {
    customSiteTitle: 'Onlinefiliale – API',
    explorer: true,
    swaggerOptions: {
      urls: Object.keys(all).map((audience) => ({ url: `/openapi/${audience}.json`, name: audience })),
    },
  });
}
