/** What the engine needs to know of the person: the clock, the zone, and on which day a week starts (0 Sunday, 1 Monday). */
export type LanguageContext = { now: Date; timeZone: string; weekStart?: 0 | 1 };

export type SpanType =
  'date' | 'time' | 'recurrence' | 'priority' | 'tag' | 'reminder' | 'duration' | 'subtasks' | 'title';

/** Half-open offsets in UTF-16 units. */
export type Span = { type: SpanType; start: number; end: number };

/** `date` YYYY-MM-DD, `time` HH:MM, both in the person's zone. */
export type Due = { date: string | null; time: string | null };

export type DateProblem = 'impossible_date' | 'contradiction' | 'several_times' | 'past';

export type DateReading = {
  due: Due;
  start: number;
  end: number;
  range?: { from: string; to: string };
  /** When a start and an end time were named ("from 3 to 5pm"): the end. */
  endTime?: string;
  /** All pieces when day and time stand apart ("at 3pm call her today"); the main one is `start`–`end`. */
  parts?: { start: number; end: number }[];
  problem?: DateProblem;
};

export type DateRange = {
  from: string | null;
  to: string | null;
  timeFrom?: string;
  timeTo?: string;
  start: number;
  end: number;
};

/** `several_rules`: two rhythms, where a task can have one. */
export type RuleProblem = 'impossible_rule' | 'unclear_rule' | 'unclear_times' | 'several_rules';

export type RecurrenceReading = {
  /** RFC 5545 without the prefix. */
  rule: string;
  fromCompletion: boolean;
  /** The first occurrence. */
  due: Due;
  start: number;
  end: number;
  problem?: RuleProblem;
};

export type Priority = 'none' | 'low' | 'medium' | 'high';

export type Reminder = { minutesBefore: number } | { date: string; time: string };

export type TaskProblem = { code: Exclude<DateProblem, 'past'> | 'past_date' | RuleProblem; message: string };

export type TaskDraft = {
  title: string;
  description: string | null;
  due: Due | null;
  recurrence: string | null;
  fromCompletion: boolean;
  priority: Priority | null;
  tags: string[];
  reminder: Reminder | null;
  durationMinutes: number | null;
  subtasks: string[];
  spans: Span[];
  problem?: TaskProblem;
};
