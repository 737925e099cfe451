import type { SwaggerTransform } from '@fastify/swagger';
import { operationSummaries } from './operation-summaries.ts';

/** Gives an operation its line in words and a name of its own, by which programs that are made from the document call it. */
export const describeOperation: SwaggerTransform = ({ schema, url, route }) => {
  const method = String(route.method);
  const summary = operationSummaries[`${method} ${url}`];
  return {
    url,
    schema: {
      ...schema,
      operationId: operationId(method, url),
      ...(summary === undefined ? {} : { summary }),
    },
  };
};

/** 'POST /api/cases/:caseId/log-activity' is postCasesByCaseIdLogActivity. */
function operationId(method: string, url: string): string {
  const words = url
    .replace(/^\/api\//, '')
    .split(/[/-]/)
    .map((word) => (word.startsWith(':') ? `by-${word.slice(1)}` : word))
    .flatMap((word) => word.split('-'));
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(
    '',
  );
}
