import type { TFunction } from 'i18next';

/** What a form calls its fields, by their path in what it sends: `terms.items.*.amountFen`. */
export type FieldLabels = Readonly<Record<string, string>>;

/** What is wrong with which field, each once, under its label where the form knows it: a path says nothing to people. */
export function fieldErrors(errors: readonly { readonly path: string; readonly message: string }[], labels: FieldLabels, t: TFunction): string[] {
  const lines = errors.map(({ path, message }) => {
    const label = labels[path.replace(/(^|\.)\d+(?=\.|$)/g, '$1*')];
    return label ? t('state.fieldError', { label, message }) : message;
  });
  return [...new Set(lines)];
}
