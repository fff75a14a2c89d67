import { processorTime } from '../../__tests__/processorTime';
import {
  gndFits,
  isbn13,
  isIsbn,
  isIssn,
  rorFits
} from '../identifiers/checkDigits';
import { detectScheme } from '../identifiers/detect';
import { normalizeIdentifier } from '../identifiers/normalize';
import {
  isOfScheme,
  PERSON_SCHEMES,
  WORK_SCHEMES
} from '../identifiers/schemes';
import { isWebAddress } from '../identifiers/urls';
import { identifierTable } from './identifierTable';

describe('detectScheme', () => {
  it.each(identifierTable)(
    'of %j is %j, of a person %j',
    (id, work, person) => {
      expect(detectScheme(id, WORK_SCHEMES)).toBe(work);
      expect(detectScheme(id, PERSON_SCHEMES)).toBe(person);
    }
  );

  it('looks at what will be sent', () => {
    expect(detectScheme(' 10.1/a\u200b ', WORK_SCHEMES)).toBe('doi');
  });

  it.each([...WORK_SCHEMES, ...PERSON_SCHEMES])(
    'finds only what is of the scheme %s',
    scheme => {
      for (const [id, work, person] of identifierTable) {
        if (work === scheme || person === scheme) {
          expect(isOfScheme(id, scheme)).toBe(true);
        }
      }
    }
  );

  it('knows no other scheme', () => {
    expect(isOfScheme('10.1/a', 'constructor')).toBe(false);
    expect(isOfScheme('10.1/a', 'DOI')).toBe(false);
  });

  it.each(['hdl:', 'a.', '1', '1.', 'urn:lsid:', 'a:', '-', 'ark:/', '[', 'IMSR_']) // prettier-ignore
  ('is done with 100,000 times %j in no time', part => {
    const start = processorTime();
    detectScheme(part.repeat(100_000), WORK_SCHEMES);
    isWebAddress(`https://${part.repeat(100_000)}`);
    expect(processorTime() - start).toBeLessThan(2000);
  });
});

describe('check digits', () => {
  it.each(['01ggx4157', '052gg0110', '00k4n6c32', '02ex6cf31', '05a28rw58'])(
    'of the ROR id %s fit',
    id => {
      expect(rorFits(id)).toBe(true);
      expect(rorFits(id.toUpperCase())).toBe(true);
      expect(rorFits(id.slice(0, 8) + String((Number(id[8]) + 1) % 10))).toBe(
        false
      );
    }
  );

  it('of a ROR id are of an alphabet without i, l, o and u', () => {
    expect(rorFits('0iiiiii57')).toBe(false);
  });

  it.each(['118540238', '118604740', '4079163-4', '2006655-7'])(
    'of the GND id %s fit',
    id => {
      expect(gndFits(id)).toBe(true);
      expect(gndFits(id.slice(0, -1) + String((Number(id.slice(-1)) + 1) % 10))).toBe(false); // prettier-ignore
    }
  );

  it.each([
    ['978-3-16-148410-0', '9783161484100'],
    ['0-306-40615-2', '9780306406157'],
    ['ISBN 080442957X', '9780804429573'],
    ['080442957x', '9780804429573']
  ])('of the ISBN %s fit', (isbn, thirteen) => {
    expect(isIsbn(isbn)).toBe(true);
    expect(isbn13(isbn)).toBe(thirteen);
  });

  it.each(['978-3-16-148410-1', '0000000000', '4006381333931', '12', ''])(
    'of the ISBN %j do not',
    isbn => {
      expect(isIsbn(isbn)).toBe(false);
    }
  );

  it.each([
    ['2077-9550', true],
    ['2434561x', true],
    ['2434-561X', true],
    ['2077-9551', false],
    ['2077', false]
  ])('of the ISSN %s fit: %p', (issn, fits) => {
    expect(isIssn(issn)).toBe(fits);
  });
});

describe('normalizeIdentifier', () => {
  it.each([
    ['https://doi.org/10.1/A', 'doi', '10.1/A'],
    ['arxiv:2308.07333', 'arxiv', 'arXiv:2308.07333'],
    ['https://orcid.org/0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097'],
    ['https://d-nb.info/gnd/118540238', 'gnd', 'gnd:118540238'],
    ['0-306-40615-2', 'isbn', '9780306406157'],
    ['https://ror.org/01ggx4157', 'ror', '01ggx4157'],
    ['https://a.b', 'url', 'https://a.b'],
    ['no DOI', 'doi', 'no DOI']
  ])('of %s (%s) is %s', (identifier, scheme, normal) => {
    expect(normalizeIdentifier(identifier, scheme)).toBe(normal);
  });
});

describe('isWebAddress', () => {
  it.each([
    'https://github.com/a/b',
    'http://localhost:8888/x?y#z',
    'ftp://a.b-c.org',
    'https://user:pw@example.org',
    'HTTPS://EXAMPLE.ORG/',
    'http://127.0.0.1',
    'http://[::1]/',
    'https://example.org?q=1'
  ])('takes %s', address => {
    expect(isWebAddress(address)).toBe(true);
  });

  it.each([
    '',
    'example.org',
    'https://',
    'https://example',
    'https://a b.org',
    'https://example.org/a b',
    'git@github.com:a/b.git',
    'ssh://git@github.com/a/b',
    'git+https://github.com/a/b',
    'https://exämple.org',
    'javascript:alert(1)',
    'https://-a.org',
    'https://a.org:x'
  ])('does not take %j', address => {
    expect(isWebAddress(address)).toBe(false);
  });
});
