/**
 * A phrase in one language → the English words that the rules understand. Phrases are folded (lower case, no accents);
 * a `*` stands for any ending of that word. The longest phrase that fits wins.
 */
export type Glossary = Readonly<Record<string, string>>;
