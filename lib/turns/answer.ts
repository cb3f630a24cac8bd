import { improveTitle } from '@/lib/conversations/improve-title';
import { log } from '@/lib/log';
import { endChunks, startChunk, textChunks, type TurnHead, toolChunks } from './answer-chunks';
import { finishTurn, skillUsed, type TurnEnd } from './finish-turn';
import { type Folded, foldChunks, type FoldedTool } from './fold-chunks';
import { generate } from './generate';
import { keepAlive, release } from './heartbeat';
import { LiveTurn, LOST, SHUTDOWN, STOPPED } from './live-turn';
import type { OpenTurn } from './open-turn';
import { type RecordedCall, recordedOutput } from './recorded-output';

/** What an answer starts from, besides the conversation. */
export type AnswerStart = {
  /** What the user said; approvals look at which tasks it names. */
  userText: string;
  /** Calls that were carried out for this message already: told again, handed to the model, never run again. */
  recorded: RecordedCall[];
  /** The newest message that the model is given. */
  historyLeafId: string;
  /** Said instead of asking the model, where there is nothing for it to add. */
  closing?: string;
};

export type Prepare = () => Promise<AnswerStart>;

/** A turn as its stream tells it. */
const headOf = (turn: OpenTurn): TurnHead => ({
  id: turn.id,
  answerId: turn.answerId,
  attempt: turn.attempt,
  model: turn.model,
  parentId: turn.continuesId ?? turn.userMessageId,
  askedAt: turn.askedAt.toISOString(),
});

/**
 * Answers a turn in this process, whoever listens: the answer belongs to the server, not to a request. Returns at
 * once; follow the result. `prepare` gathers what the answer starts from.
 */
export function answer(turn: OpenTurn, prepare: Prepare): LiveTurn {
  const live = new LiveTurn(turn);
  keepAlive(live);
  live.settled = run(live, prepare)
    .finally(() => {
      release(live);
      live.end();
    })
    .then((userText) => (turn.isNew && userText ? improveTitle(turn.userId, turn.conversationId, userText) : undefined));
  return live;
}

/** @returns the user's words, once an answer to them was begun; null when the turn was lost, and nothing is ours to write. */
async function run(live: LiveTurn, prepare: Prepare): Promise<string | null> {
  const { turn } = live;
  const end: TurnEnd = { status: 'completed', errorCode: null, tokensIn: null, tokensOut: null, firstTokenMs: null };
  let userText: string | null = null;
  try {
    live.push(startChunk(headOf(turn)));
    const start = await prepare();
    userText = start.userText;
    for (const call of start.recorded) for (const chunk of toolChunks(told(call))) live.push(chunk);
    if (start.closing) {
      for (const chunk of textChunks(start.closing)) live.push(chunk);
    } else Object.assign(end, await generate(live, start));
  } catch (error) {
    log.error({ err: error, turnId: turn.id }, 'answer failed');
    Object.assign(end, { status: 'failed', errorCode: 'internal' } satisfies Partial<TurnEnd>);
  }
  // Stop and a lost lease come before whatever they made of the model's stream.
  const { aborted, reason } = live.stop.signal;
  if (aborted && reason === STOPPED) Object.assign(end, { status: 'stopped', errorCode: null });
  if (aborted && reason === SHUTDOWN) Object.assign(end, { status: 'interrupted', errorCode: 'interrupted' });
  const folded = foldChunks(live.chunks);
  const endedAt = aborted && reason === LOST ? null : await finish(live, folded, end);
  if (!endedAt) Object.assign(end, { status: 'interrupted', errorCode: 'interrupted' });
  for (const chunk of endChunks(headOf(turn), { ...end, endedAt, skillUsed: skillUsed(folded) })) live.push(chunk);
  return endedAt ? userText : null;
}

async function finish(live: LiveTurn, folded: Folded[], end: TurnEnd): Promise<Date | null> {
  try {
    return await finishTurn(live.turn, folded, end);
  } catch (error) {
    // The lease runs out and whoever meets the turn next writes what was saved.
    log.error({ err: error, turnId: live.turn.id }, 'the end of a turn could not be written');
    return null;
  }
}

function told(call: RecordedCall): FoldedTool {
  return {
    type: 'tool',
    callId: call.call_id ?? call.id,
    tool: call.tool,
    input: call.arguments,
    output: recordedOutput(call),
    approvalId: null,
  };
}
