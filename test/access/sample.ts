/** The part of JSON Schema that the API's description uses. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

const BY_FORMAT: Record<string, string> = { uuid: '00000000-0000-7000-8000-000000000001', date: '2026-11-20', 'date-time': '2026-11-23T02:00:00.000Z' };
const BY_PATTERN: [RegExp, string][] = [
  [/\\d\{6\}/, '000000'],
  [/\[0-9A-HJ-NPQRTUWXY\]/, '91370283MA3CKY1X2T'],
  [/\\\+\?/, '13800000099'],
];

/** A value that a schema takes, with the required properties and those that `known` fills by their name, wherever they stand. */
export function sample(schema: Schema, known: Readonly<Record<string, unknown>>): unknown {
  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (choice) return sample(choice, known);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => name in known || schema.required?.includes(name))
          .map(([name, property]) => [name, known[name] ?? sample(property, known)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items!, known));
    case 'integer':
    case 'number':
      return schema.minimum !== undefined && schema.minimum > -1e9 ? schema.minimum : 1;
    case 'boolean':
      return true;
    case 'string':
      return BY_FORMAT[schema.format ?? ''] ?? BY_PATTERN.find(([p]) => p.test(schema.pattern ?? ''))?.[1] ?? '试试'.padEnd(schema.minLength ?? 0, '试');
    default:
      return null;
  }
}
