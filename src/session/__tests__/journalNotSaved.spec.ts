/** Jupyter's server may be unable to note down how far a publication is. */
import { JournalNotSavedError } from '../../jupyter/errors';
import { Desk } from './desk';

it.each([
  ['may not write', 500, 'the folder of its settings'],
  ['does not answer', null, 'still runs']
])(
  'a Jupyter server that %s is to be looked after, and then it goes on',
  async (_, status, advice) => {
    const desk = new Desk();
    const session = await desk.openReady();
    const { simulator } = desk.zenodo;
    const drafts = simulator.state.records.size;
    const save = jest
      .spyOn(desk.journal, 'save')
      .mockRejectedValue(new JournalNotSavedError('Not noted down.', status));
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    expect(session.state.publish.trouble).toMatchObject({
      happened: 'Not noted down.',
      next: expect.stringContaining(advice),
      actions: ['resume', 'discard']
    });
    expect(simulator.state.records.size).toBe(drafts);

    save.mockRestore();
    await session.publication.resume();
    expect(session.state.phase).toBe('published');
  }
);
