using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using FieldAttributes = Mono.Cecil.FieldAttributes;
using MethodAttributes = Mono.Cecil.MethodAttributes;
using TypeAttributes = Mono.Cecil.TypeAttributes;

namespace Bms.Simulation.Tests.Costing;

/// <summary>
/// An assembly of one method, <c>static int Sample::Run(int)</c>, written in IL: one instruction between bars, a label before it with
/// a colon; <c>.finally A B C</c> at the end guards the code from A to B with the handler from B to C. Local 0 is an int, local 1
/// a long, local 2 an int[], local 3 a short[]; the only field is the int <c>field</c>.
/// </summary>
internal static class HandMade
{
    public const string Type = "Sample";
    public const string Name = "Run";

    private static readonly Dictionary<string, OpCode> s_opcodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(opcode => opcode.Name);

    public static MemoryStream Assemble(string il)
    {
        using ModuleDefinition module = ModuleDefinition.CreateModule("HandMade", ModuleKind.Dll);
        TypeSystem types = module.TypeSystem;
        TypeDefinition type = new(string.Empty, Type, TypeAttributes.Public, types.Object);
        type.Fields.Add(new FieldDefinition("field", FieldAttributes.Public | FieldAttributes.Static, types.Int32));
        module.Types.Add(type);
        MethodDefinition method = new(Name, MethodAttributes.Public | MethodAttributes.Static, types.Int32);
        type.Methods.Add(method);
        method.Parameters.Add(new ParameterDefinition(types.Int32));
        method.Body.InitLocals = true;
        foreach (TypeReference local in (TypeReference[])[types.Int32, types.Int64, new ArrayType(types.Int32), new ArrayType(types.Int16)])
        {
            method.Body.Variables.Add(new VariableDefinition(local));
        }

        Write(method, [.. il.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
        MemoryStream stream = new();
        module.Write(stream);
        stream.Position = 0;
        return stream;
    }

    private static void Write(MethodDefinition method, string[] lines)
    {
        Dictionary<string, Instruction> labels = [];
        List<(Instruction Instruction, string[] Operand)> written = [];
        foreach (string line in lines.Where(line => line[0] != '.'))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool isLabelled = words[0].EndsWith(':');
            string[] rest = isLabelled ? words[1..] : words;
            Instruction instruction = Instruction.Create(OpCodes.Nop);
            instruction.OpCode = s_opcodes[rest[0]];
            written.Add((instruction, rest[1..]));
            method.Body.Instructions.Add(instruction);
            if (isLabelled)
            {
                labels.Add(words[0][..^1], instruction);
            }
        }

        foreach ((Instruction instruction, string[] operand) in written)
        {
            instruction.Operand = Operand(method, instruction.OpCode, operand, labels);
        }

        foreach (string[] words in lines.Where(line => line[0] == '.').Select(line => line.Split(' ')))
        {
            method.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
            {
                TryStart = labels[words[1]],
                TryEnd = labels[words[2]],
                HandlerStart = labels[words[2]],
                HandlerEnd = labels[words[3]],
            });
        }
    }

    private static object? Operand(MethodDefinition method, OpCode opcode, string[] words, Dictionary<string, Instruction> labels) => opcode.OperandType switch
    {
        OperandType.InlineNone => null,
        OperandType.InlineI => int.Parse(words[0], CultureInfo.InvariantCulture),
        OperandType.InlineI8 => long.Parse(words[0], CultureInfo.InvariantCulture),
        OperandType.InlineVar => method.Body.Variables[int.Parse(words[0], CultureInfo.InvariantCulture)],
        OperandType.InlineArg => method.Parameters[int.Parse(words[0], CultureInfo.InvariantCulture)],
        OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget => labels[words[0]],
        OperandType.InlineSwitch => words.Select(word => labels[word]).ToArray(),
        OperandType.InlineField => method.DeclaringType.Fields[0],
        OperandType.InlineMethod => method,
        OperandType.InlineString => words[0],
        OperandType.InlineType => words[0] == "int16" ? method.Module.TypeSystem.Int16 : method.Module.TypeSystem.Int32,
        _ => throw new NotSupportedException(opcode.Name),
    };
}
