using System.IO;

namespace Bms.Device.Storage
{
    public sealed class FileStore
    {
        public bool Write(string name, byte[] bytes)
        {
            using (FileStream stream = new FileStream(name, FileMode.Create, FileAccess.Write))
            {
                stream.Write(bytes, 0, bytes.Length);
            }

            return File.Exists(name);
        }
    }
}

namespace Bms.Device.Samples
{
    public sealed class Notes
    {
        private readonly Storage.FileStore _store;

        public Notes(Storage.FileStore store)
        {
            _store = store;
        }

        public bool Keep(byte[] bytes)
        {
            return _store.Write("notes", bytes);
        }
    }
}
