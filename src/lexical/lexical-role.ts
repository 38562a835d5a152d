/** Which side of the comparison a text stands on: a question's terms are fewer than a passage's. */
export type LexicalRole = 'query' | 'passage';
