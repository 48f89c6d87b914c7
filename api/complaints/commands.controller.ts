/** One route for each command of the core: none is written by hand. */
import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../../database/queries/access.js';
import { commands } from '../../domain/complaint/commands/index.js';
import { ForReaders, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { inputClass } from '../kernel/derived-input.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { inputName } from '../openapi/input-names.js';
import { text } from '../openapi/schema.js';
import { CommandDesk } from './giving.js';

@Controller('api/complaints')
@NoAct()
@ForReaders()
export class CommandsController {
  constructor(private readonly desk: CommandDesk) {}

  private async give(
    command: string,
    viewer: Viewer,
    id: string,
    input: object,
    conditions: RequestConditions,
    reply: FastifyReply,
  ) {
    const answer = await this.desk.give(viewer, id, command, input, conditions);
    void reply.header('etag', `"${answer.seq}"`);
    return answer;
  }

  static {
    for (const [name, { input, events }] of Object.entries(commands)) {
      const route = function (
        this: CommandsController,
        ...given: [Viewer, string, object, RequestConditions, FastifyReply]
      ) {
        return this.give(name, ...given);
      };
      const target = this.prototype as unknown as Record<string, unknown>;
      target[name] = route;
      const parameters = [
        Who(),
        Param('id'),
        Body(new InputPipe(inputClass(inputName(name), input))),
        Conditions(),
        Res({ passthrough: true }),
      ];
      parameters.forEach((decorate, i) => decorate(target, name, i));
      Reflect.defineMetadata('design:paramtypes', [Object, String, Object, Object, Object], target, name);
      const descriptor = Object.getOwnPropertyDescriptor(target, name) as PropertyDescriptor;
      const described = Described({
        id: name,
        summary: `Command ${name}: ${events.join(', ')}`,
        params: { id: text },
        body: inputName(name),
        headers: ['Idempotency-Key', 'If-Match'],
        answers: { 200: 'Standing' },
        problems: [400, 404, 409, 412, 422],
      });
      for (const decorate of [Post(`:id/${name}`), HttpCode(200), described]) decorate(target, name, descriptor);
    }
  }
}
