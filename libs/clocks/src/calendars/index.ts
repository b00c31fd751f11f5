import { year2019 } from './2019.js';
import { year2020 } from './2020.js';
import { year2021 } from './2021.js';
import { year2022 } from './2022.js';
import { year2023 } from './2023.js';
import { year2024 } from './2024.js';
import { year2025 } from './2025.js';
import { year2026 } from './2026.js';
import type { CalendarYear } from './calendar-year.js';

/**
 * The years whose notice of the State Council was transcribed, one file each. The notice for a year comes out in
 * the November before it: a new year is a new file and a line here.
 */
export const BUNDLED_YEARS: readonly CalendarYear[] = [
  year2019, year2020, year2021, year2022, year2023, year2024, year2025, year2026,
];
