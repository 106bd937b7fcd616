using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Core.Storage;
using Bms.Device.Storage;
using CsCheck;
using Xunit;

namespace Bms.Application.Tests.Storage;

/// <summary>Settings come back as they were written, from this firmware and from others.</summary>
public class SettingsRecordTests
{
    private const int PairLength = 8;

    private static readonly SettingRow[] _rows = BoardSettingTable.Rows();

    [Fact]
    public void Every_value_comes_back() =>
        Gen.Double[0, 1].Array[_rows.Length].Sample(places =>
        {
            BoardSettings settings = new();
            for (int k = 0; k < _rows.Length; k++)
            {
                Assert.True(settings.Change(k, (int)(_rows[k].Lowest + (places[k] * ((long)_rows[k].Highest - _rows[k].Lowest)))));
            }

            MemoryMedium medium = Medium();
            Assert.True(SettingsRecord.Save(SettingsRecord.Slots(medium, RecordKind.Board, settings), settings));
            BoardSettings again = new();
            Assert.True(SettingsRecord.Load(SettingsRecord.Slots(medium, RecordKind.Board, again), again));
            Assert.Equal(Values(settings), Values(again));
        });

    [Fact]
    public void Nothing_stored_leaves_the_defaults()
    {
        BoardSettings settings = new();
        Assert.False(SettingsRecord.Load(SettingsRecord.Slots(Medium(), RecordKind.Board, settings), settings));
        Assert.Equal(_rows.Select(row => row.Default), Values(settings));
    }

    [Fact]
    public void A_record_of_older_firmware_with_fewer_rows_is_taken()
    {
        MemoryMedium medium = Medium();
        Write(medium, (BoardSetting.Mode, 2), (BoardSetting.Cells, 12));
        BoardSettings settings = new();
        Assert.True(SettingsRecord.Load(SettingsRecord.Slots(medium, RecordKind.Board, settings), settings));
        Assert.Equal((2, 12, 8), (settings.Value(BoardSetting.Mode), settings.Value(BoardSetting.Cells), settings.Value(BoardSetting.CellsPerClamp)));
    }

    [Fact]
    public void Numbers_that_are_unknown_and_values_that_no_longer_fit_change_nothing()
    {
        MemoryMedium medium = Medium();
        Write(medium, (BoardSetting.Count + 3, 1), (-1, 1), (BoardSetting.Cells, 17), (BoardSetting.CellsPerClamp, 4));
        BoardSettings settings = new();
        Assert.True(SettingsRecord.Load(SettingsRecord.Slots(medium, RecordKind.Board, settings), settings));
        Assert.Equal(_rows.Select(row => row.Number == BoardSetting.CellsPerClamp ? 4 : row.Default), Values(settings));
    }

    private static MemoryMedium Medium() => new(1024);

    private static int[] Values(Settings settings) => [.. Enumerable.Range(0, settings.Count).Select(settings.Value)];

    private static void Write(MemoryMedium medium, params (int Number, int Value)[] pairs)
    {
        RecordSlots record = new(medium, RecordKind.Board, pairs.Length * PairLength);
        for (int k = 0; k < pairs.Length; k++)
        {
            LittleEndian.Put(record.Image, RecordSlots.ContentAt + (k * PairLength), pairs[k].Number);
            LittleEndian.Put(record.Image, RecordSlots.ContentAt + (k * PairLength) + 4, pairs[k].Value);
        }

        Assert.True(record.Save(pairs.Length * PairLength));
    }
}
