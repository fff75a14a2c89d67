import { noDefaults, readDefaults } from '../defaults';

describe('readDefaults', () => {
  it('reads what settings hold', () => {
    const settings = {
      affiliation: ' CERN ',
      affiliationRor: '01ggx4157',
      communities: ['roses', ''],
      funding: [{ funder: 'Garden Club', award: '7' }, { award: '8' }]
    };
    expect(readDefaults(settings)).toEqual({
      affiliation: 'CERN',
      affiliationRor: '01ggx4157',
      communities: ['roses'],
      funding: [{ funder: 'Garden Club', award: '7' }]
    });
  });

  it.each([
    undefined,
    null,
    7,
    [],
    { affiliation: 1, communities: 'roses', funding: [null, 'x'] }
  ])('%j says nothing', settings => {
    expect(readDefaults(settings)).toEqual(noDefaults);
  });
});
