using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Bms.Conformance.Tests.Surface;

/// <summary>Finds the types that a listing names, in itself or in the listings it refers to, and writes them into signatures.</summary>
internal sealed class TypeNames
{
    private static readonly Dictionary<string, PrimitiveTypeCode> _keywords = new(StringComparer.Ordinal)
    {
        ["bool"] = PrimitiveTypeCode.Boolean,
        ["char"] = PrimitiveTypeCode.Char,
        ["sbyte"] = PrimitiveTypeCode.SByte,
        ["byte"] = PrimitiveTypeCode.Byte,
        ["short"] = PrimitiveTypeCode.Int16,
        ["ushort"] = PrimitiveTypeCode.UInt16,
        ["int"] = PrimitiveTypeCode.Int32,
        ["uint"] = PrimitiveTypeCode.UInt32,
        ["long"] = PrimitiveTypeCode.Int64,
        ["ulong"] = PrimitiveTypeCode.UInt64,
        ["float"] = PrimitiveTypeCode.Single,
        ["double"] = PrimitiveTypeCode.Double,
        ["string"] = PrimitiveTypeCode.String,
        ["object"] = PrimitiveTypeCode.Object,
    };

    private readonly MetadataBuilder _metadata;
    private readonly Dictionary<string, EntityHandle> _handles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ApiListing Listing, ApiType Type)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityHandle> _assemblies = new(StringComparer.Ordinal);

    /// <summary>Names as seen from one listing.</summary>
    /// <param name="metadata">Takes the references to other assemblies.</param>
    /// <param name="listing">Its types are defined; row 1 is the module's own type.</param>
    /// <param name="types">Those of its types that are defined, in their order.</param>
    public TypeNames(MetadataBuilder metadata, ApiListing listing, IReadOnlyList<ApiType> types)
    {
        _metadata = metadata;
        for (int k = 0; k < types.Count; k++)
        {
            _handles.Add(types[k].FullName, MetadataTokens.TypeDefinitionHandle(k + 2));
        }

        foreach (ApiListing visible in listing.References.Where(ApiListing.All.ContainsKey).Select(name => ApiListing.All[name]).Append(listing))
        {
            foreach (ApiType type in visible.Types)
            {
                _known[type.FullName] = (visible, type);
            }
        }
    }

    /// <summary>What kind of type a name stands for; a keyword counts as none.</summary>
    public ApiTypeKind? KindOf(string name) => _known.TryGetValue(name, out (ApiListing Listing, ApiType Type) found) ? found.Type.Kind : null;

    /// <summary>The type's row.</summary>
    /// <exception cref="FormatException">No listing in sight has it.</exception>
    public EntityHandle Handle(string name)
    {
        if (_handles.TryGetValue(name, out EntityHandle handle))
        {
            return handle;
        }

        if (!_known.TryGetValue(name, out (ApiListing Listing, ApiType Type) found))
        {
            throw new FormatException($"no type {name} in the listings");
        }

        string? outer = Outer(name);
        handle = outer == null
            ? _metadata.AddTypeReference(Assembly(found.Listing), _metadata.GetOrAddString(Namespace(name)), _metadata.GetOrAddString(ShortName(name)))
            : _metadata.AddTypeReference(Handle(outer), default, _metadata.GetOrAddString(ShortName(name)));
        _handles.Add(name, handle);
        return handle;
    }

    /// <summary>The type around a nested one; null for one of its own.</summary>
    public string? Outer(string name)
    {
        string outer = Namespace(name);
        return _known.ContainsKey(outer) ? outer : null;
    }

    /// <summary>What stands before the last dot.</summary>
    public static string Namespace(string name) => name[..Math.Max(0, name.LastIndexOf('.'))];

    /// <summary>What stands behind the last dot.</summary>
    public static string ShortName(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>Writes a type into a signature.</summary>
    public void Encode(SignatureTypeEncoder encoder, string name)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            Encode(encoder.SZArray(), name[..^2]);
        }
        else if (_keywords.TryGetValue(name, out PrimitiveTypeCode code))
        {
            encoder.PrimitiveType(code);
        }
        else
        {
            encoder.Type(Handle(name), KindOf(name) is ApiTypeKind.Struct or ApiTypeKind.Enum);
        }
    }

    /// <summary>Signature of a method.</summary>
    public BlobHandle Method(bool isInstance, string result, IReadOnlyList<ApiParameter> parameters, bool isProperty = false)
    {
        BlobBuilder blob = new();
        BlobEncoder encoder = new(blob);
        (isProperty ? encoder.PropertySignature(isInstance) : encoder.MethodSignature(isInstanceMethod: isInstance)).Parameters(
            parameters.Count,
            returned =>
            {
                if (result == "void")
                {
                    returned.Void();
                }
                else
                {
                    Encode(returned.Type(), result);
                }
            },
            list =>
            {
                foreach (ApiParameter parameter in parameters)
                {
                    Encode(list.AddParameter().Type(parameter.Direction is "ref" or "out" or "in"), parameter.Type);
                }
            });
        return _metadata.GetOrAddBlob(blob);
    }

    /// <summary>Signature of a field.</summary>
    public BlobHandle Field(string type)
    {
        BlobBuilder blob = new();
        Encode(new BlobEncoder(blob).FieldSignature(), type);
        return _metadata.GetOrAddBlob(blob);
    }

    private EntityHandle Assembly(ApiListing listing)
    {
        if (!_assemblies.TryGetValue(listing.Name, out EntityHandle handle))
        {
            handle = _metadata.AddAssemblyReference(_metadata.GetOrAddString(listing.Name), listing.Version, default, default, default, default);
            _assemblies.Add(listing.Name, handle);
        }

        return handle;
    }
}
