/** A work as Crossref's REST API has it, all of it invented. */
export function crossrefWork(doi: string, fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    DOI: doi,
    type: 'journal-article',
    title: ['On the growth of reeds'],
    author: [
      { given: 'Ana', family: 'Pérez', sequence: 'first', affiliation: [] },
      { given: 'Bo', family: 'Lindqvist', sequence: 'additional', affiliation: [] },
    ],
    issued: { 'date-parts': [[2020, 2]] },
    'published-print': { 'date-parts': [[2020, 2]] },
    'container-title': ['Journal of Examples'],
    'short-container-title': ['J. Ex.'],
    ISSN: ['1234-5679'],
    volume: '3',
    issue: '1',
    page: '1-9',
    publisher: 'Example Press',
    ...fields,
  }
}

/** The `index`th of many works. */
export function syntheticDoi(index: number): string {
  return `10.5555/reed.${String(index).padStart(5, '0')}`
}

export function dataciteWork(doi: string, attributes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: doi,
    type: 'dois',
    attributes: {
      doi,
      titles: [{ title: 'Counts of reeds' }],
      creators: [
        { name: 'Pérez, Ana', nameType: 'Personal', givenName: 'Ana', familyName: 'Pérez' },
        { name: 'Reed Survey Group', nameType: 'Organizational' },
      ],
      publicationYear: 2021,
      publisher: 'Example Archive',
      types: { resourceTypeGeneral: 'Dataset' },
      state: 'findable',
      isActive: true,
      relatedIdentifiers: [
        { relationType: 'IsSupplementTo', relatedIdentifier: '10.5555/abc', relatedIdentifierType: 'DOI' },
      ],
      ...attributes,
    },
  }
}
