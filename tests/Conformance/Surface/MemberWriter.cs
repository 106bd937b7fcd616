using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Bms.Conformance.Tests.Surface;

/// <summary>Writes the members of one listed type.</summary>
/// <param name="metadata">Takes the rows.</param>
/// <param name="names">Finds types.</param>
/// <param name="type">The type.</param>
/// <param name="mark">Puts an attribute on a row.</param>
internal sealed class MemberWriter(MetadataBuilder metadata, TypeNames names, ApiType type, Action<EntityHandle, ApiAttribute> mark)
{
    private readonly List<(PropertyDefinitionHandle Property, MethodSemanticsAttributes Role, MethodDefinitionHandle Method)> _accessors = [];
    private readonly List<(EventDefinitionHandle Event, MethodSemanticsAttributes Role, MethodDefinitionHandle Method)> _handlers = [];

    /// <summary>Writes all members.</summary>
    /// <param name="owner">The type's row.</param>
    public void Write(TypeDefinitionHandle owner)
    {
        if (type.Kind == ApiTypeKind.Delegate)
        {
            DefineDelegateConstructor();
        }

        foreach (ApiMember member in type.Members)
        {
            Write(member);
        }

        WriteMaps(owner);
    }

    private void Write(ApiMember member)
    {
        EntityHandle handle = member.Kind switch
        {
            ApiMemberKind.EnumValue => DefineConstant(member, type.Parents.FirstOrDefault("int")),
            ApiMemberKind.Constant => DefineConstant(member, member.Type),
            ApiMemberKind.Field => metadata.AddFieldDefinition(FieldAccess(member), metadata.GetOrAddString(member.Name), names.Field(member.Type)),
            ApiMemberKind.Property => DefineProperty(member),
            ApiMemberKind.Event => DefineEvent(member),
            _ => DefineMethod(member, member.Name, member.Type, member.Parameters, default),
        };
        foreach (ApiAttribute attribute in member.Attributes)
        {
            mark(handle, attribute);
        }
    }

    private FieldDefinitionHandle DefineConstant(ApiMember member, string valueType)
    {
        FieldDefinitionHandle field = metadata.AddFieldDefinition(FieldAttributes.Public | FieldAttributes.Static | FieldAttributes.Literal | FieldAttributes.HasDefault, metadata.GetOrAddString(member.Name), names.Field(member.Type));
        metadata.AddConstant(field, ApiConstant.Value(valueType, member.Value!));
        return field;
    }

    private PropertyDefinitionHandle DefineProperty(ApiMember member)
    {
        bool isIndexer = member.Name == "this";

        // the one name that a listing does not tell; the compiler looks for the indexer of strings under it
        string name = !isIndexer ? member.Name : type.FullName == "System.String" ? "Chars" : "Item";
        if (isIndexer)
        {
            mark(names.Handle(type.FullName), new ApiAttribute("DefaultMember", name));
        }

        PropertyDefinitionHandle property = metadata.AddProperty(default, metadata.GetOrAddString(name), names.Method(IsInstance(member), member.Type, member.Parameters, isProperty: true));
        foreach (string accessor in member.Accessors)
        {
            MethodDefinitionHandle method = accessor == "get"
                ? DefineMethod(member, "get_" + name, member.Type, member.Parameters, MethodAttributes.SpecialName)
                : DefineMethod(member, "set_" + name, "void", [.. member.Parameters, new ApiParameter(string.Empty, member.Type, "value", null)], MethodAttributes.SpecialName);
            _accessors.Add((property, accessor == "get" ? MethodSemanticsAttributes.Getter : MethodSemanticsAttributes.Setter, method));
        }

        return property;
    }

    private EventDefinitionHandle DefineEvent(ApiMember member)
    {
        EventDefinitionHandle handle = metadata.AddEvent(default, metadata.GetOrAddString(member.Name), names.Handle(member.Type));
        ApiParameter[] value = [new ApiParameter(string.Empty, member.Type, "value", null)];
        _handlers.Add((handle, MethodSemanticsAttributes.Adder, DefineMethod(member, "add_" + member.Name, "void", value, MethodAttributes.SpecialName)));
        _handlers.Add((handle, MethodSemanticsAttributes.Remover, DefineMethod(member, "remove_" + member.Name, "void", value, MethodAttributes.SpecialName)));
        return handle;
    }

    private MethodDefinitionHandle DefineMethod(ApiMember member, string name, string result, IReadOnlyList<ApiParameter> parameters, MethodAttributes extra)
    {
        MethodAttributes attributes = MethodAccess(member, name) | extra;
        MethodImplAttributes code = type.Kind == ApiTypeKind.Delegate ? MethodImplAttributes.Runtime : MethodImplAttributes.IL;
        ParameterHandle first = MetadataTokens.ParameterHandle(metadata.GetRowCount(TableIndex.Param) + 1);
        MethodDefinitionHandle method = metadata.AddMethodDefinition(attributes, code, metadata.GetOrAddString(name), names.Method(IsInstance(member), result, parameters), bodyOffset: -1, first);
        for (int k = 0; k < parameters.Count; k++)
        {
            DefineParameter(parameters[k], k + 1);
        }

        return method;
    }

    private void DefineParameter(ApiParameter parameter, int sequence)
    {
        ParameterAttributes attributes = parameter.Direction switch
        {
            "out" => ParameterAttributes.Out,
            "in" => ParameterAttributes.In,
            _ => ParameterAttributes.None,
        };
        attributes |= parameter.Default == null ? ParameterAttributes.None : ParameterAttributes.Optional | ParameterAttributes.HasDefault;
        ParameterHandle handle = metadata.AddParameter(attributes, metadata.GetOrAddString(parameter.Name), sequence);
        if (parameter.Default != null)
        {
            metadata.AddConstant(handle, ApiConstant.Value(names.KindOf(parameter.Type) == ApiTypeKind.Enum ? "int" : parameter.Type, parameter.Default));
        }

        if (parameter.Direction == "params")
        {
            mark(handle, new ApiAttribute("ParamArray", null));
        }
    }

    private void DefineDelegateConstructor()
    {
        BlobBuilder blob = new();
        new BlobEncoder(blob).MethodSignature(isInstanceMethod: true).Parameters(2, result => result.Void(), list =>
        {
            list.AddParameter().Type().Object();
            list.AddParameter().Type().IntPtr();
        });
        MethodAttributes attributes = MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;
        metadata.AddMethodDefinition(attributes, MethodImplAttributes.Runtime, metadata.GetOrAddString(".ctor"), metadata.GetOrAddBlob(blob), -1, MetadataTokens.ParameterHandle(metadata.GetRowCount(TableIndex.Param) + 1));
    }

    private void WriteMaps(TypeDefinitionHandle owner)
    {
        if (_accessors.Count > 0)
        {
            metadata.AddPropertyMap(owner, _accessors[0].Property);
            _accessors.ForEach(a => metadata.AddMethodSemantics(a.Property, a.Role, a.Method));
        }

        if (_handlers.Count > 0)
        {
            metadata.AddEventMap(owner, _handlers[0].Event);
            _handlers.ForEach(h => metadata.AddMethodSemantics(h.Event, h.Role, h.Method));
        }
    }

    private MethodAttributes MethodAccess(ApiMember member, string name)
    {
        MethodAttributes attributes = MethodAttributes.HideBySig;
        if (type.Kind == ApiTypeKind.Interface)
        {
            return attributes | MethodAttributes.Public | MethodAttributes.Abstract | MethodAttributes.Virtual | MethodAttributes.NewSlot;
        }

        foreach (string modifier in member.Modifiers)
        {
            attributes |= modifier switch
            {
                "public" => MethodAttributes.Public,
                "protected" => MethodAttributes.Family,
                "static" => MethodAttributes.Static,
                "virtual" => MethodAttributes.Virtual | MethodAttributes.NewSlot,
                "abstract" => MethodAttributes.Abstract | MethodAttributes.Virtual | MethodAttributes.NewSlot,
                "override" => MethodAttributes.Virtual,
                "sealed" => MethodAttributes.Final,
                _ => default,
            };
        }

        bool isConstructor = member.Kind == ApiMemberKind.Constructor;
        bool isOperator = name.StartsWith("op_", StringComparison.Ordinal);
        return attributes | (isConstructor ? MethodAttributes.SpecialName | MethodAttributes.RTSpecialName : isOperator ? MethodAttributes.SpecialName : default);
    }

    private static FieldAttributes FieldAccess(ApiMember member) => member.Modifiers.Aggregate(default(FieldAttributes), (all, modifier) => all | modifier switch
    {
        "public" => FieldAttributes.Public,
        "protected" => FieldAttributes.Family,
        "static" => FieldAttributes.Static,
        "readonly" => FieldAttributes.InitOnly,
        _ => default,
    });

    private static bool IsInstance(ApiMember member) => !member.Modifiers.Contains("static");
}
