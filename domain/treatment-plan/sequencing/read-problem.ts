import { Compile } from 'typebox/compile';
import { refuse, type Refusal } from '../../kernel/refusal.ts';
import { whatIsExpected } from '../../kernel/what-is-expected.ts';
import { constraintKinds } from '../constraint.ts';
import { checkProblem } from './check-problem.ts';
import { SequencingProblem } from './sequencing-problem.ts';

const problemForm = Compile(SequencingProblem);
const constraintForms = Object.entries(constraintKinds).map(([kind, form]) => ({
  kind,
  form: Compile(form),
}));

/**
 * A problem from a stranger's JSON. Refuses with the place, as a JSON pointer: first what has not the form, then what
 * has the form and makes no sense (`checkProblem`).
 */
export function readProblem(given: unknown): SequencingProblem | Refusal {
  const refusal = refuseConstraintForm(given) ?? refuseForm(given);
  if (refusal) return refusal;
  if (!problemForm.Check(given)) throw new Error('a problem without an error of form has the form');
  return checkProblem(given) ?? given;
}

/** Constraints are looked at by their kind: "none of six forms fits" would help nobody. */
function refuseConstraintForm(given: unknown): Refusal | undefined {
  const constraints = memberOf(given, 'constraints');
  if (!Array.isArray(constraints)) return undefined;
  for (const [index, constraint] of constraints.entries()) {
    const at = `/constraints/${index}`;
    const kind = memberOf(constraint, 'kind');
    const found = constraintForms.find((one) => one.kind === kind);
    if (!found)
      return refuse(
        'plan-file/constraint-kind',
        { at, kind: JSON.stringify(kind) ?? '?', kinds: constraintForms.map((one) => one.kind).join(', ') },
        `${at}/kind`,
      );
    const [error] = found.form.Errors(constraint);
    if (error) return formRefusal(`${at}${error.instancePath}`, error);
  }
  return undefined;
}

function refuseForm(given: unknown): Refusal | undefined {
  if (memberOf(given, 'items') instanceof Array && (memberOf(given, 'items') as unknown[]).length === 0)
    return refuse('plan-file/empty', {}, '/items');
  const [error] = problemForm.Errors(given);
  return error && formRefusal(error.instancePath, error);
}

interface FormError {
  readonly keyword: string;
  readonly params: object;
}

function formRefusal(path: string, { keyword, params }: FormError): Refusal {
  const missing = memberOf(params, 'requiredProperties');
  if (keyword === 'required' && Array.isArray(missing)) {
    const absent = `${path}/${String(missing[0])}`;
    return refuse('plan-file/missing', { at: absent }, absent);
  }
  const at = path || '/';
  return refuse('plan-file/form', { at, expected: whatIsExpected(keyword, { ...params }) }, at);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
