using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bms.Conformance.Tests.Surface;

/// <summary>
/// Writes the assembly that a listing describes: its metadata without code, which is all that a compiler reads. No member is
/// there that the listing lacks, with these exceptions, none of which code can name: a private field in each struct (else the
/// compiler would think a struct without a listed field always assigned), the enums' hidden value, the delegates' constructors, and in
/// the base library the internal attribute that marks a ref struct. Generic delegates are left out. Of the use of attributes,
/// which listings do not tell, only this is said: a test may have several rows of data.
/// </summary>
internal sealed class ReferenceAssembly
{
    private const string BaseLibrary = "mscorlib";
    private const string RefStructAttribute = "System.Runtime.CompilerServices.IsByRefLikeAttribute";

    /// <summary>What the compiler itself writes on a ref struct, and all that a listing tells of it.</summary>
    private const string RefStructMark = "Types with embedded references are not supported in this version of your compiler.";

    private const string Repeatable = "nanoFramework.TestFramework.DataRowAttribute";

    private const TypeAttributes Static = TypeAttributes.Abstract | TypeAttributes.Sealed;

    private readonly MetadataBuilder _metadata = new();
    private readonly ApiListing _listing;
    private readonly IReadOnlyList<ApiType> _types;
    private readonly TypeNames _names;
    private readonly Dictionary<string, EntityHandle> _attributes = new(StringComparer.Ordinal);
    private readonly List<Action> _whenDefined = [];

    private ReferenceAssembly(ApiListing listing)
    {
        _listing = listing;
        _types = [.. listing.Types.Where(type => !type.IsGeneric), .. listing.Name == BaseLibrary ? Hidden() : []];
        _names = new TypeNames(_metadata, listing, _types);
    }

    /// <summary>The assembly's file.</summary>
    public static ImmutableArray<byte> Write(ApiListing listing) => new ReferenceAssembly(listing).Write();

    private static IEnumerable<ApiType> Hidden()
    {
        ApiType mark = new() { Kind = ApiTypeKind.Class, FullName = RefStructAttribute, Modifiers = ["sealed"], Parents = ["System.Attribute"] };
        mark.Members.Add(new ApiMember { Kind = ApiMemberKind.Constructor, Name = ".ctor", Modifiers = ["public"] });
        return [mark];
    }

    private ImmutableArray<byte> Write()
    {
        string file = _listing.Name + ".dll";
        _metadata.AddModule(0, _metadata.GetOrAddString(file), _metadata.GetOrAddGuid(new Guid("6d3b0b6e-4c56-4f0e-9f8b-0d3a8f6f2f10")), default, default);
        _metadata.AddAssembly(_metadata.GetOrAddString(_listing.Name), _listing.Version, default, default, default, AssemblyHashAlgorithm.None);
        _metadata.AddTypeDefinition(default, default, _metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        foreach (ApiType type in _types)
        {
            Define(type);
        }

        // attributes may be of types that are defined later
        _whenDefined.ForEach(define => define());

        ManagedPEBuilder image = new(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(_metadata), new BlobBuilder(), deterministicIdProvider: _ => default);
        BlobBuilder blob = new();
        image.Serialize(blob);
        return blob.ToImmutableArray();
    }

    private void Define(ApiType type)
    {
        string? outer = _names.Outer(type.FullName);
        TypeDefinitionHandle handle = _metadata.AddTypeDefinition(
            Attributes(type, outer != null),
            outer == null ? _metadata.GetOrAddString(TypeNames.Namespace(type.FullName)) : default,
            _metadata.GetOrAddString(TypeNames.ShortName(type.FullName)),
            Base(type),
            MetadataTokens.FieldDefinitionHandle(_metadata.GetRowCount(TableIndex.Field) + 1),
            MetadataTokens.MethodDefinitionHandle(_metadata.GetRowCount(TableIndex.MethodDef) + 1));
        if (outer != null)
        {
            _metadata.AddNestedType(handle, (TypeDefinitionHandle)_names.Handle(outer));
        }

        foreach (string parent in type.Parents.Where(p => _names.KindOf(p) == ApiTypeKind.Interface))
        {
            _metadata.AddInterfaceImplementation(handle, _names.Handle(parent));
        }

        DefineHidden(type);
        MemberWriter members = new(_metadata, _names, type, (parent, attribute) => Mark(parent, attribute));
        members.Write(handle);

        if (type.FullName == Repeatable)
        {
            _whenDefined.Add(() => MarkRepeatable(handle));
        }

        foreach (ApiAttribute attribute in type.Attributes)
        {
            if (attribute.Text == RefStructMark)
            {
                Mark(handle, new ApiAttribute(RefStructAttribute, null));
            }

            Mark(handle, attribute);
        }
    }

    private void DefineHidden(ApiType type)
    {
        if (type.Kind == ApiTypeKind.Enum)
        {
            _metadata.AddFieldDefinition(FieldAttributes.Public | FieldAttributes.SpecialName | FieldAttributes.RTSpecialName, _metadata.GetOrAddString("value__"), _names.Field(type.Parents.FirstOrDefault("int")));
        }

        if (type.Kind == ApiTypeKind.Struct && type.FullName != "System.Void")
        {
            _metadata.AddFieldDefinition(FieldAttributes.Private, _metadata.GetOrAddString("_content"), _names.Field("int"));
        }
    }

    private TypeAttributes Attributes(ApiType type, bool isNested)
    {
        TypeAttributes access = (type.Modifiers.Contains("public"), isNested) switch
        {
            (true, true) => TypeAttributes.NestedPublic,
            (true, false) => TypeAttributes.Public,
            _ => TypeAttributes.NotPublic,
        };
        TypeAttributes kind = type.Kind switch
        {
            ApiTypeKind.Interface => TypeAttributes.Interface | TypeAttributes.Abstract,
            ApiTypeKind.Struct => TypeAttributes.Sealed | TypeAttributes.SequentialLayout,
            ApiTypeKind.Enum or ApiTypeKind.Delegate => TypeAttributes.Sealed,
            _ => TypeAttributes.Class,
        };
        TypeAttributes modifiers = type.Modifiers.Aggregate(default(TypeAttributes), (all, modifier) => all | modifier switch
        {
            "static" => Static,
            "abstract" => TypeAttributes.Abstract,
            "sealed" => TypeAttributes.Sealed,
            _ => default,
        });
        return access | kind | modifiers;
    }

    private EntityHandle Base(ApiType type)
    {
        string? name = type.Kind switch
        {
            ApiTypeKind.Interface => null,
            ApiTypeKind.Struct => "System.ValueType",
            ApiTypeKind.Enum => "System.Enum",
            ApiTypeKind.Delegate => "System.MulticastDelegate",
            _ when type.FullName == "System.Object" => null,
            _ => type.Parents.FirstOrDefault(p => _names.KindOf(p) == ApiTypeKind.Class, "System.Object"),
        };
        return name == null ? default : _names.Handle(name);
    }

    private void Mark(EntityHandle parent, ApiAttribute attribute) => _whenDefined.Add(() =>
    {
        string name = attribute.Name switch
        {
            "Flags" or "Obsolete" or "ParamArray" => $"System.{attribute.Name}Attribute",
            "Conditional" => "System.Diagnostics.ConditionalAttribute",
            "DefaultMember" => "System.Reflection.DefaultMemberAttribute",
            RefStructAttribute => RefStructAttribute,
            _ => throw new FormatException($"unknown attribute {attribute.Name}"),
        };
        string key = $"{name}({attribute.Text != null})";
        if (!_attributes.TryGetValue(key, out EntityHandle constructor))
        {
            BlobHandle signature = _names.Method(isInstance: true, "void", attribute.Text == null ? [] : [new ApiParameter(string.Empty, "string", "text", null)]);
            constructor = _metadata.AddMemberReference(_names.Handle(name), _metadata.GetOrAddString(".ctor"), signature);
            _attributes.Add(key, constructor);
        }

        BlobBuilder value = new();
        value.WriteUInt16(1);
        if (attribute.Text != null)
        {
            value.WriteSerializedString(attribute.Text);
        }

        value.WriteUInt16(0);
        _metadata.AddCustomAttribute(parent, constructor, _metadata.GetOrAddBlob(value));
    });

    private void MarkRepeatable(EntityHandle parent)
    {
        BlobHandle signature = _names.Method(isInstance: true, "void", [new ApiParameter(string.Empty, "System.AttributeTargets", "validOn", null)]);
        EntityHandle constructor = _metadata.AddMemberReference(_names.Handle("System.AttributeUsageAttribute"), _metadata.GetOrAddString(".ctor"), signature);
        BlobBuilder value = new();
        value.WriteUInt16(1);
        value.WriteInt32((int)AttributeTargets.Method);
        value.WriteUInt16(1);
        value.WriteByte((byte)CustomAttributeNamedArgumentKind.Property);
        value.WriteByte((byte)SerializationTypeCode.Boolean);
        value.WriteSerializedString("AllowMultiple");
        value.WriteBoolean(true);
        _metadata.AddCustomAttribute(parent, constructor, _metadata.GetOrAddBlob(value));
    }
}
