import { Controller, Get } from '@nestjs/common';
import { commands } from '../../domain/complaint/commands/index.js';
import { Described } from '../openapi/described.js';

const items = Object.values(commands).map(({ name, input, by, from, events }) => ({
  name,
  input: Object.fromEntries(
    Object.entries(input).map(([field, { kind, required, choices, max, min }]) => [
      field,
      { kind, required, choices, max, min },
    ]),
  ),
  by,
  from,
  events,
}));

@Controller('api/commands')
export class CommandListController {
  @Get()
  @Described({
    id: 'listCommands',
    summary: 'Every command: what it takes, who gives it, in which statuses',
    answers: { 200: 'CommandList' },
  })
  list() {
    return { items };
  }
}
