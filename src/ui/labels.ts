import type { Category, FactKind } from '../glossary/pack-schema';
import { message } from './message';

/** What a term is, in the interface's language. */
export function categoryLabel(category: Category): string {
  const labels: Record<Category, () => string> = {
    model: () => message('categoryModel'),
    organisation: () => message('categoryOrganisation'),
    person: () => message('categoryPerson'),
    benchmark: () => message('categoryBenchmark'),
    idea: () => message('categoryIdea'),
  };
  return labels[category]();
}

/** All terms of a kind, in the interface's language. */
export function categoryPlural(category: Category): string {
  const labels: Record<Category, () => string> = {
    model: () => message('categoryModels'),
    organisation: () => message('categoryOrganisations'),
    person: () => message('categoryPersons'),
    benchmark: () => message('categoryBenchmarks'),
    idea: () => message('categoryIdeas'),
  };
  return labels[category]();
}

/** How a fact is known, in the interface's language. */
export function kindLabel(kind: FactKind): string {
  const labels: Record<FactKind, () => string> = {
    measured: () => message('kindMeasured'),
    reported: () => message('kindReported'),
    test: () => message('kindTest'),
    'expert-view': () => message('kindExpertView'),
    explanation: () => message('kindExplanation'),
  };
  return labels[kind]();
}
