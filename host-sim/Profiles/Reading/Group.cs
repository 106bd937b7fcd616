using Bms.Plant.Parameters;

namespace Bms.Profiles.Reading;

/// <summary>The terms of a parameter file that stand under one path.</summary>
internal readonly record struct Group(ParameterFile File, string Path)
{
    /// <summary>The number behind a key.</summary>
    public double this[string key] => File.Number($"{Path}/{key}");

    /// <summary>Whether the file has the key.</summary>
    public bool Has(string key) => File.Has($"{Path}/{key}");

    /// <summary>The number behind a key that a file may leave out.</summary>
    public double Or(string key, double otherwise) => File.Has($"{Path}/{key}") ? this[key] : otherwise;

    /// <summary>How well the number behind a key is known: a tunable one may be anywhere in its range, up to the doubt that a design allows for.</summary>
    public Doubt Doubt(string key) => File.Doubt($"{Path}/{key}");

    /// <summary>The table behind a key.</summary>
    public Table Table(string key) => File.Table($"{Path}/{key}");
}
