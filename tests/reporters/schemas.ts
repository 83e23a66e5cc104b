/** What GitLab reads of a code quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export const GITLAB_SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{16,}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
}

const position = {
  type: 'object',
  required: ['line', 'column'],
  additionalProperties: false,
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
}
const range = {
  type: 'object',
  required: ['start', 'end'],
  additionalProperties: false,
  properties: { start: position, end: position },
}
const diagnostic = {
  type: 'object',
  required: ['message', 'location'],
  additionalProperties: false,
  properties: {
    message: { type: 'string', minLength: 1 },
    location: {
      type: 'object',
      required: ['path'],
      additionalProperties: false,
      properties: { path: { type: 'string' }, range },
    },
    severity: { enum: ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'] },
    code: {
      type: 'object',
      additionalProperties: false,
      properties: { value: { type: 'string' }, url: { type: 'string' } },
    },
    suggestions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['range', 'text'],
        additionalProperties: false,
        properties: { range, text: { type: 'string' } },
      },
    },
  },
}

/** Reviewdog's DiagnosticResult in its JSON form (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). */
export const RDJSON_SCHEMA = {
  type: 'object',
  required: ['diagnostics'],
  additionalProperties: false,
  properties: {
    source: {
      type: 'object',
      additionalProperties: false,
      properties: { name: { type: 'string' }, url: { type: 'string' } },
    },
    diagnostics: { type: 'array', items: diagnostic },
  },
}
