export { addDays, addMonths, dayOf } from './beijing.js';
export { Calendar } from './calendar.js';
export type { CalendarYear } from './calendars/calendar-year.js';
export { isOfStep, packageOf, RULES, type Bilingual, type ClockRule, type LadderStep, type Limit } from './rules.js';
export { ClockRules, type Counting, type Moment, type Override, type Plan, type Started } from './clock-rules.js';
export {
  Clocks, type ClockAnswers, type ClocksState, type NewClock, type NextTurn, type RunningClock, type StoppedClock,
} from './clocks.js';
export { clockTableMarkdown } from './clock-table.js';
